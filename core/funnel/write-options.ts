/** What a write's query says of how it is to be done, checked as upstream checks its options (apimachinery's meta/v1/validation). */
import type { User } from '../auth/index.js'
import { invalid, type StatusCause } from '../meta/index.js'
import { metaGroup, type WriteContext } from '../registry/index.js'
import { requestedTimeoutMs } from './requested-timeout.js'

export interface Writer {
  readonly user: User
  readonly userAgent: string | undefined
  readonly warnings: string[]
}

/** As which kind of the meta group the query is read; `apply` are PatchOptions that must name a manager and may force. */
export type OptionsKind = 'CreateOptions' | 'UpdateOptions' | 'PatchOptions' | 'apply' | 'DeleteOptions'

const mostManagerBytes = 128
/** Each shows the name whole: more would be of no use, and cost the square of its length. */
const mostCauses = 10

/** Throws 422 with everything that is wrong. */
export function writeContext(
  query: URLSearchParams,
  writer: Writer,
  kind: OptionsKind = 'CreateOptions',
): WriteContext {
  const { warnings } = writer
  const named = query.get('fieldManager') ?? ''
  const validation = query.get('fieldValidation') ?? ''
  const dryRun = query.getAll('dryRun')
  // A delete has options of its own.
  if ((query.size > 0 || kind === 'apply') && kind !== 'DeleteOptions') {
    const causes = [...ruledCauses(kind, query), ...managerCauses(named, 'fieldManager'), ...dryRunCauses(dryRun)]
    causes.push(...validationCauses(validation))
    if (causes.length > 0) throw refused(kind, causes)
  }
  return {
    user: writer.user,
    dryRun: dryRun.includes('All'),
    fieldManager: named || managerOf(writer.userAgent),
    fieldValidation: (validation || 'Warn') as WriteContext['fieldValidation'],
    options: query.size > 0 ? optionsIn(named, validation, dryRun) : undefined,
    timeoutMs: query.has('timeout') ? requestedTimeoutMs(query.toString()) : undefined,
    warn: (message) => void warnings.push(message),
  }
}

/** As admission shows it. */
function optionsIn(fieldManager: string, fieldValidation: string, dryRun: readonly string[]): WriteContext['options'] {
  return {
    ...(dryRun.length > 0 ? { dryRun } : {}),
    ...(fieldManager ? { fieldManager } : {}),
    ...(fieldValidation ? { fieldValidation } : {}),
  }
}

/** Whether nothing is to be changed. Throws 422 for values that are none. */
export function isDryRun(values: readonly string[]): boolean {
  const causes = dryRunCauses(values)
  if (causes.length > 0) throw refused('DeleteOptions', causes)
  return values.includes('All')
}

function refused(kind: OptionsKind, causes: readonly StatusCause[]): Error {
  const name = kind === 'apply' ? 'PatchOptions' : kind
  return invalid({ group: metaGroup, plural: name, kind: name }, '', causes)
}

function ruledCauses(kind: OptionsKind, query: URLSearchParams): StatusCause[] {
  if (kind === 'apply' && !query.get('fieldManager')) {
    const message = 'Required value: is required for apply patch'
    return [{ reason: 'FieldValueRequired', message, field: 'fieldManager' }]
  }
  if (kind === 'PatchOptions' && query.get('force') !== null) {
    const message = 'Forbidden: may not be specified for non-apply patch'
    return [{ reason: 'FieldValueForbidden', message, field: 'force' }]
  }
  return []
}

function managerCauses(manager: string, field: string): StatusCause[] {
  if (/^[\x20-\x7e]{0,128}$/.test(manager)) return []
  const causes: StatusCause[] = []
  if (Buffer.byteLength(manager) > mostManagerBytes) {
    const message = `Too long: may not be more than ${mostManagerBytes} bytes`
    causes.push({ reason: 'FieldValueTooLong', message, field })
  }
  let at = 0
  for (const character of manager) {
    if (causes.length === mostCauses) break
    if (!isPrintable(character)) {
      const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
      const message = `Invalid value: ${JSON.stringify(manager)}: invalid character ${code} (at position ${at})`
      causes.push({ reason: 'FieldValueInvalid', message, field })
    }
    at += Buffer.byteLength(character)
  }
  return causes
}

const isPrintable = (character: string): boolean => /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character)

function dryRunCauses(values: readonly string[]): StatusCause[] {
  if (values.every((value) => value === 'All')) return []
  const message = `Unsupported value: ${JSON.stringify(values)}: supported values: "All"`
  return [{ reason: 'FieldValueNotSupported', message, field: 'dryRun' }]
}

function validationCauses(value: string): StatusCause[] {
  if (['', 'Ignore', 'Warn', 'Strict'].includes(value)) return []
  const message = `Unsupported value: ${JSON.stringify(value)}: supported values: "", "Ignore", "Strict", "Warn"`
  return [{ reason: 'FieldValueNotSupported', message, field: 'fieldValidation' }]
}

/** Without a name the first part of the User-Agent, as upstream derives it: printable, and no longer than a manager may be. */
function managerOf(userAgent: string | undefined): string {
  const slash = userAgent?.indexOf('/') ?? -1
  const first = (slash < 0 ? userAgent : userAgent?.slice(0, slash)) ?? ''
  if (/^[\x20-\x7e]{1,128}$/.test(first)) return first
  let manager = ''
  // Headers are read byte by byte.
  for (const character of Buffer.from(first, 'latin1').toString()) {
    if (!isPrintable(character)) continue
    if (Buffer.byteLength(manager + character) > mostManagerBytes) break
    manager += character
  }
  return manager || 'unknown'
}
