/** One cell of a Table: a column applied to an object. */
import {
  age,
  formatLabelSelector,
  type KubeObject,
  type LabelSelectorObject,
  labelRequirements,
} from '../../meta/index.js'
import type { Column } from '../definition.js'
import { compileJsonPath, NoWay, type JsonPath } from '../json-path/index.js'
import { textOf } from './text.js'

export type Cell = string | number | bigint | boolean | null

export type CellMaker = (object: KubeObject, now: number) => Cell

/** `computed`: functions that the kind's plugin offers. A cell that can't be made is `<unknown>`: a table is always shown. */
export function cellMaker(column: Column, computed: Readonly<Record<string, CellMaker>> = {}): CellMaker {
  const { source } = column
  const make = 'computed' in source ? (computed[source.computed] ?? missing) : fromPathIfAny(column, source)
  return (object, now) => {
    try {
      return make(object, now)
    } catch {
      return '<unknown>'
    }
  }
}

const missing: CellMaker = () => '<unknown>'

/** A path that can't be read shows as unknown. */
function fromPathIfAny(column: Column, source: Extract<Column['source'], { jsonPath: string }>): CellMaker {
  try {
    return fromPath(column, source)
  } catch {
    return missing
  }
}

function fromPath(column: Column, source: Extract<Column['source'], { jsonPath: string }>): CellMaker {
  const path = compileJsonPath(source.jsonPath)
  const absent = source.absent ?? null
  switch (source.render) {
    case 'age':
      return (object, now) => ageCell(path(object)[0], now, source.absent)
    case 'count':
      return (object) => countOf(path(object)[0])
    case 'list':
      return (object) => path(object).map(textOf).join(',') || (absent ?? '')
    case 'value':
      return (object) => (path(object)[0] ?? absent) as Cell
    case 'selector':
      return (object) => selectorText(path(object)[0])
    default:
      return plain(column, path, absent)
  }
}

/** As upstream shows the columns of custom resources: the first value the path leads to, in the form that the column's type says. */
function plain({ type }: Column, path: JsonPath, absent: Cell): CellMaker {
  return (object, now) => {
    const found = findWhereFitting(path, object)
    const value = found[0]
    if (value === undefined || (value === '' && absent !== null)) return absent
    if (value === null) return absent === null && type === 'string' ? '<no value>' : absent
    if (type === 'date') return typeof value === 'string' ? ageCell(value, now, undefined) : absent
    if (type === 'integer')
      return typeof value === 'number' ? Math.trunc(value) : typeof value === 'bigint' ? value : null
    if (type === 'number')
      return typeof value === 'bigint' ? Number(value) : typeof value === type ? (value as Cell) : null
    if (type === 'boolean') return typeof value === type ? (value as Cell) : null
    return textOf(value)
  }
}

function findWhereFitting(path: JsonPath, object: KubeObject): readonly unknown[] {
  try {
    return path(object)
  } catch (error) {
    if (error instanceof NoWay) return []
    throw error
  }
}

function ageCell(value: unknown, now: number, absent: Cell | undefined): Cell {
  if (absent !== undefined && (value === undefined || value === null)) return absent
  return age(typeof value === 'string' ? value : null, now)
}

const countOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value).length : 0)

/** A label selector, or a plain map of labels, as text; `<none>` when it says nothing. */
function selectorText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '<none>'
  const isSelector = 'matchLabels' in value || 'matchExpressions' in value
  const selector = isSelector ? (value as LabelSelectorObject) : { matchLabels: value as Record<string, string> }
  return formatLabelSelector(labelRequirements(selector) ?? []) || '<none>'
}
