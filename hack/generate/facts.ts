/** The facts of a Kubernetes version as hack/generate/import.ts reads them: types.json, types-extra.json, resources.json and defaults.json. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FactField {
  readonly type?: string
  readonly format?: string
  readonly ref?: string
  readonly items?: FactField
  readonly additionalProperties?: FactField
  readonly required?: boolean
  readonly default?: unknown
  readonly enum?: readonly string[]
  readonly listType?: string
  readonly listMapKeys?: readonly string[]
  readonly mapType?: string
  readonly patchStrategy?: string
  readonly patchMergeKey?: string
  readonly ptr?: boolean
  readonly always?: boolean
  readonly pb?: number
  readonly pbType?: string
  readonly pbIn?: number
  readonly pbSkip?: string
  readonly v?: string | readonly string[]
}

export interface FactType {
  readonly gvk?: readonly { readonly group: string; readonly version: string; readonly kind: string }[]
  readonly fields: Readonly<Record<string, FactField>>
  readonly special?: string
  readonly type?: string
  readonly format?: string
  readonly mapType?: string
  readonly unions?: readonly unknown[]
  readonly pbMessage?: string
}

export interface FactSubresource {
  readonly name: string
  readonly kind: string
  readonly group?: string
  readonly version?: string
  readonly verbs: readonly string[]
  readonly type?: string
  readonly connect?: boolean
  readonly params?: string
  readonly path?: boolean
  readonly produces?: string
}

export interface FactResource {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly singular: string
  readonly shortNames?: readonly string[]
  readonly categories?: readonly string[]
  readonly namespaced: boolean
  readonly verbs: readonly string[]
  readonly type: string
  readonly listType?: string
  readonly deleteReturns?: string
  readonly stability: string
  readonly storageVersionHash?: string
  readonly subresources?: readonly FactSubresource[]
}

export interface FactRule {
  readonly [key: string]: unknown
  readonly gate?: string
  readonly src?: string
  readonly root?: boolean
}

export interface Facts {
  readonly types: ReadonlyMap<string, FactType>
  readonly groups: readonly {
    readonly group: string
    readonly versions: readonly string[]
    readonly preferred: string
  }[]
  readonly resources: readonly FactResource[]
  readonly defaults: Readonly<Record<string, readonly FactRule[]>>
}

export function readFacts(folder: string): Facts {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { groups, resources } = read('resources.json')
  const types = new Map<string, FactType>(Object.entries({ ...read('types-extra.json'), ...read('types.json') }))
  return { types, groups, resources, defaults: read('defaults.json') }
}
