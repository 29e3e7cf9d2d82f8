/** What a body says twice or without meaning, told or refused as fieldValidation says. */
import { badRequest, invalid, quoted, type StatusError } from '../meta/index.js'
import type { Repeated, WriteContext } from './verbs.js'

/** As upstream's decoder, no more are told. */
const mostComplaints = 100

/** What was read, and how it came. */
export interface Reading {
  readonly kind: string
  readonly version: string
  readonly context: WriteContext
  readonly by: 'body' | 'patch' | 'apply'
  /** Of a person's own kind, which upstream reads as a tree: what is repeated is told first, even within what is unknown. */
  readonly isTree?: boolean
  readonly shown?: Shown | undefined
}

/** Of a patch: what the error about what it made is to show, written when there is one. */
export interface Shown {
  readonly made: 'tree' | 'json'
  readonly text: () => string
}

/** Tells, or refuses with 400 (422 for a patch), what is unknown and what is repeated, as fieldValidation says. */
export function reportStrict(
  unknown: readonly string[],
  { kind, version, context, by, shown: patched, isTree = false }: Reading,
): void {
  if (context.fieldValidation === 'Ignore') return
  // What a patch made was written anew, its members in order.
  const strange = by === 'patch' ? [...unknown].sort(inOrder) : unknown
  const complaints = complaintsOf(strange, context.repeated, by === 'body' && !isTree).slice(0, mostComplaints)
  if (context.fieldValidation === 'Warn') {
    for (const complaint of complaints) context.warn(complaint)
    return
  }
  const lines = complaints.filter((complaint) => complaint.startsWith('line '))
  const others = complaints.filter((complaint) => !complaint.startsWith('line '))
  const read = lines.length > 0 ? [`yaml: unmarshal errors:\n  ${lines.join('\n  ')}`] : []
  const shown = [...read, ...others].join(', ')
  if (by === 'apply') throw badRequest(`error strict decoding YAML: error converting YAML to JSON: ${shown}`)
  const why = `strict decoding error: ${shown}`
  if (by === 'patch') throw unfit(why, patched)
  throw badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${why}`)
}

/** Of a body in the order of its text; of a patch first what is wrong with it, then with what came of it; so of a tree. */
function complaintsOf(unknown: readonly string[], repeated: Repeated | undefined, inText: boolean): readonly string[] {
  const place = inText && repeated ? repeated.place : () => Number.POSITIVE_INFINITY
  const told = unknown.map((path) => ({ text: `unknown field ${quoted(path)}`, at: place(path) }))
  if (!repeated) return told.map(({ text }) => text)
  const isDropped = (path: string) => inText && unknown.some((gone) => isWithin(path, gone))
  const twice = repeated.complaints.filter(({ path }) => !isDropped(path))
  return [...twice, ...told.map((each) => ({ ...each, path: '' }))]
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ text }) => text)
}

/** Of two paths that which a reader meets first where members stand in the order of their names. */
function inOrder(a: string, b: string): number {
  const [one, other] = [a, b].map((path) => path.split(/[.[\]]+/)) as [string[], string[]]
  const at = one.findIndex((name, index) => name !== other[index])
  const [left = '', right = ''] = at < 0 ? [] : [one[at], other[at]]
  const isIndex = /^\d+$/.test(left) && /^\d+$/.test(right)
  return isIndex ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : one.length - other.length
}

const isWithin = (path: string, outer: string): boolean =>
  path.startsWith(outer) && /^(?:$|[.[])/.test(path.slice(outer.length))

/** Upstream's answer to a patch whose outcome is no object of its kind. */
export function unfit(why: string, shown: Shown | undefined): StatusError {
  return invalid({ group: '', plural: '', kind: '' }, '', [
    {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(shown?.text() ?? '')}: ${why}`,
      field: 'patch',
    },
  ])
}
