/** Compiles what `npm run generate` made of crds/ into definitions. */
import { scaleShape } from '../meta/index.js'
import type { Column, Definition, DefinitionVersion, PathSource, Strategy, Subresource } from './definition.js'
import { TypeBuilder } from './build-type.js'
import type { TypeSource } from './schema-node.js'
import type { StructType } from './type.js'
import type { RawValidator, ValidatorSource } from './validate/raw-validator.js'

/** One entry of crds/generated/definitions.json. */
export interface CompiledDefinition {
  readonly group: string
  readonly names: Omit<Definition['names'], 'shortNames' | 'categories'> & {
    readonly shortNames?: readonly string[]
    readonly categories?: readonly string[]
  }
  readonly namespaced: boolean
  readonly strategy: Partial<Strategy>
  readonly versions: readonly CompiledVersion[]
}

export interface CompiledVersion {
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  readonly deprecationWarning?: string
  readonly type: string
  readonly stamp: number
  readonly additionalPrinterColumns?: readonly PrinterColumn[]
  readonly selectableFields?: readonly { readonly jsonPath: string }[]
  readonly subresources?: Readonly<Record<string, CompiledSubresource>>
  readonly 'x-operon-verbs'?: readonly string[]
  readonly 'x-operon-delete-returns-object'?: boolean
  readonly 'x-operon-storage-version-hash'?: string
}

export interface PrinterColumn {
  readonly name: string
  readonly type: string
  readonly format?: string
  readonly description?: string
  readonly priority?: number
  readonly jsonPath?: string
  readonly 'x-operon-computed'?: string
  readonly 'x-operon-render'?: PathSource['render']
  readonly 'x-operon-absent'?: PathSource['absent']
}

interface CompiledSubresource {
  readonly specReplicasPath?: string
  readonly statusReplicasPath?: string
  readonly labelSelectorPath?: string
  readonly 'x-operon-kind'?: string
  readonly 'x-operon-group'?: string
  readonly 'x-operon-version'?: string
  readonly 'x-operon-verbs'?: readonly string[]
  readonly 'x-operon-connect'?: boolean
  readonly 'x-operon-path'?: boolean
  readonly 'x-operon-produces'?: string
}

/** Cost: well under a millisecond; types are built at first use, each named one once for all definitions. */
export function compileDefinitions(
  compiled: readonly CompiledDefinition[],
  types: TypeSource,
  validators: ValidatorSource = () => undefined,
): Definition[] {
  const parts = { builder: new TypeBuilder(types), types, validators }
  return compiled.map((definition) => ({
    group: definition.group,
    names: { shortNames: [], categories: [], ...definition.names },
    namespaced: definition.namespaced,
    versions: definition.versions.map((version) => compileVersion(definition, version, parts)),
    strategy: strategyOf(definition),
    builtIn: true,
  }))
}

const allVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']

function strategyOf({ strategy, versions }: CompiledDefinition): Strategy {
  const [version] = versions
  return {
    status: version?.subresources?.['status'] ? ['status'] : [],
    statusOnCreate: 'cleared',
    metadataThroughStatus: 'changes',
    generation: [],
    immutable: [],
    createOnUpdate: false,
    unconditionalUpdate: true,
    defaultPropagation: 'background',
    deleteReturns: version?.['x-operon-delete-returns-object'] ? 'object' : 'status',
    createOnly: version?.['x-operon-verbs']?.join() === 'create',
    names: 'subdomain',
    finalizedThroughSpec: false,
    ...strategy,
  }
}

interface Parts {
  readonly builder: TypeBuilder
  readonly types: TypeSource
  readonly validators: ValidatorSource
}

function compileVersion(
  definition: CompiledDefinition,
  version: CompiledVersion,
  { builder, types, validators }: Parts,
): DefinitionVersion {
  const warning = version.deprecationWarning
  let checked: { readonly validate: RawValidator | undefined } | undefined
  const hash = version['x-operon-storage-version-hash']
  return {
    name: version.name,
    served: version.served,
    storage: version.storage,
    ...(warning ? { deprecationWarning: warning } : {}),
    verbs: version['x-operon-verbs'] ?? allVerbs,
    stamp: version.stamp,
    typeName: version.type,
    type: () => builder.named(version.type) as StructType,
    schema: () => types(version.type),
    validator: () => (checked ??= { validate: validators(version.type) }).validate,
    columns: version.additionalPrinterColumns?.length
      ? compileColumns(version.additionalPrinterColumns)
      : [nameColumn, createdColumn],
    selectableFields: (version.selectableFields ?? []).map(({ jsonPath }) => bare(jsonPath)),
    subresources: Object.entries(version.subresources ?? {}).map(([name, said]) =>
      compileSubresource(name, said, { definition, version }),
    ),
    ...(hash ? { storageVersionHash: hash } : {}),
  }
}

/** The column of CustomResourceDefinition v1, or one with a computed cell. */
function compileColumn(column: PrinterColumn): Column {
  const computed = column['x-operon-computed']
  return {
    name: column.name,
    type: column.type,
    ...(column.format ? { format: column.format } : {}),
    description: column.description ?? '',
    priority: column.priority ?? 0,
    source: computed ? { computed } : pathSource(column),
  }
}

function pathSource(column: PrinterColumn): PathSource {
  const { jsonPath = '', 'x-operon-render': render, 'x-operon-absent': absent } = column
  return { jsonPath, ...(render ? { render } : {}), ...(absent === undefined ? {} : { absent }) }
}

const nameColumn: Column = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'Name of the object, one of a kind in its namespace',
  priority: 0,
  source: { jsonPath: '.metadata.name' },
}

const createdColumn: Column = {
  name: 'Created At',
  type: 'date',
  description: 'When the object was created',
  priority: 0,
  source: { jsonPath: '.metadata.creationTimestamp', render: 'value' },
}

/** The name comes first unless a column says where it stands. */
export function compileColumns(columns: readonly PrinterColumn[]): Column[] {
  const compiled = columns.map(compileColumn)
  const showsName = columns.some(({ format, name }) => format === 'name' && name === 'Name')
  return showsName ? compiled : [nameColumn, ...compiled]
}

export function compileSubresource(
  name: string,
  said: CompiledSubresource,
  {
    definition,
    version,
  }: {
    readonly definition: { readonly group: string; readonly names: { readonly kind: string } }
    readonly version: { readonly name: string }
  },
): Subresource {
  const { specReplicasPath, statusReplicasPath, labelSelectorPath } = said
  const scales = specReplicasPath !== undefined && statusReplicasPath !== undefined
  const scale = { specReplicasPath: bare(specReplicasPath), statusReplicasPath: bare(statusReplicasPath) }
  return {
    name,
    kind: said['x-operon-kind'] ?? (scales ? scaleShape.kind : definition.names.kind),
    group: said['x-operon-group'] ?? (scales ? scaleShape.group : definition.group),
    version: said['x-operon-version'] ?? (scales ? scaleShape.version : version.name),
    verbs: said['x-operon-verbs'] ?? ['get', 'patch', 'update'],
    ...(scales
      ? { scale: { ...scale, ...(labelSelectorPath ? { labelSelectorPath: bare(labelSelectorPath) } : {}) } }
      : {}),
    ...(said['x-operon-connect'] ? { connect: true } : {}),
    ...(said['x-operon-path'] ? { path: true } : {}),
    ...(said['x-operon-produces'] ? { produces: said['x-operon-produces'] } : {}),
  }
}

/** `.spec.replicas` of a definition is `spec.replicas` here. */
const bare = (path: string | undefined) => (path ?? '').replace(/^\./, '')
