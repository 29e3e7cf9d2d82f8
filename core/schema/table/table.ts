/** Tables: what `kubectl get` shows of objects (meta.k8s.io/v1 Table). */
import type { KubeObject, ObjectMeta } from '../../meta/index.js'
import type { Column, DefinitionVersion } from '../definition.js'
import { type Cell, type CellMaker, cellMaker } from './cell.js'

export interface TableOptions {
  /** Milliseconds since the epoch, for ages. */
  readonly now: number
  /** What each row carries of its object; clients want the metadata unless they say otherwise. */
  readonly includeObject: 'None' | 'Metadata' | 'Object'
  /** Version of meta.k8s.io that the client wants; all have the same shape. */
  readonly metaVersion?: string
  /** Functions of the kind's plugin for computed columns. */
  readonly computed?: Readonly<Record<string, CellMaker>>
  /** The same for conditions of rows. */
  readonly conditions?: (object: KubeObject) => readonly RowCondition[]
  /** The list's metadata. */
  readonly metadata?: {
    readonly resourceVersion?: string
    readonly continue?: string
    readonly remainingItemCount?: number
  }
  /** Watchers are told the columns with the first event only. */
  readonly columns?: 'shown' | 'leftOut'
}

export interface Table {
  readonly kind: 'Table'
  readonly apiVersion: string
  readonly metadata: NonNullable<TableOptions['metadata']>
  readonly columnDefinitions: readonly TableColumn[]
  readonly rows: readonly TableRow[]
}

export interface TableColumn {
  readonly name: string
  readonly type: string
  readonly format: string
  readonly description: string
  readonly priority: number
}

/** What a client may leave a row out for. */
export interface RowCondition {
  readonly type: 'Completed'
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason: string
  readonly message: string
}

export interface TableRow {
  readonly cells: readonly Cell[]
  readonly conditions?: readonly RowCondition[]
  readonly object?:
    | KubeObject
    | { readonly kind: 'PartialObjectMetadata'; readonly apiVersion: string; readonly metadata: ObjectMeta }
    | null
}

/** Cost: about a microsecond a cell. */
export function tableOf(version: DefinitionVersion, objects: readonly KubeObject[], options: TableOptions): Table {
  const makers = version.columns.map((column) => cellMaker(column, options.computed))
  const { now, includeObject } = options
  const apiVersion = `meta.k8s.io/${options.metaVersion ?? 'v1'}`
  return {
    kind: 'Table',
    apiVersion,
    metadata: options.metadata ?? {},
    columnDefinitions: options.columns === 'leftOut' ? [] : version.columns.map(columnDefinition),
    rows: objects.map((object) => {
      const conditions = options.conditions?.(object) ?? []
      return {
        cells: makers.map((make) => make(object, now)),
        ...(conditions.length > 0 ? { conditions } : {}),
        object: carried(object, includeObject, apiVersion),
      }
    }),
  }
}

function columnDefinition({ name, type, format, description, priority }: Column): TableColumn {
  return { name, type, format: format ?? '', description, priority }
}

function carried(
  object: KubeObject,
  include: TableOptions['includeObject'],
  apiVersion: string,
): NonNullable<TableRow['object']> | null {
  if (include === 'None') return null
  if (include === 'Object') return object
  return { kind: 'PartialObjectMetadata', apiVersion, metadata: object.metadata }
}
