/** APIServices that name another server, by group-version. */
import type { View } from '../../core/admission/contract.js'
import type { KubeObject } from '../../core/meta/index.js'

export interface ApiService extends KubeObject {
  readonly spec: {
    readonly group?: string
    readonly version?: string
    readonly groupPriorityMinimum?: number
    readonly versionPriority?: number
    readonly service?: { readonly namespace: string; readonly name: string; readonly port?: number } | null
    readonly caBundle?: string | null
    readonly insecureSkipTLSVerify?: boolean
  }
  readonly status?: { readonly conditions?: readonly Condition[] }
}

export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
  readonly lastTransitionTime?: string
}

export const keyOf = (group: string, version: string): string => `${group}/${version}`

export const isAvailable = ({ status }: ApiService): boolean =>
  status?.conditions?.some((each) => each.type === 'Available' && each.status === 'True') === true

/** Read anew after a change; empty, it costs a comparison. */
export class Table {
  readonly #view: View
  #remotes: ReadonlyMap<string, ApiService> | undefined

  constructor(view: View) {
    this.#view = view
    view.onChange(() => {
      this.#remotes = undefined
    })
  }

  all(): ReadonlyMap<string, ApiService> {
    this.#remotes ??= new Map(
      ([...this.#view.list()] as ApiService[])
        .filter(({ spec }) => spec?.service)
        .map((service) => [keyOf(service.spec.group ?? '', service.spec.version ?? ''), service]),
    )
    return this.#remotes
  }
}
