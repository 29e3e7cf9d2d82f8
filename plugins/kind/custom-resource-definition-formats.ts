/** Formats in the schemas of a definition that nobody looks at: who writes them is warned, once (upstream's WarningsOnCreate and WarningsOnUpdate). */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import { sameJson } from '../../core/meta/index.js'

type Spec = CustomResourceDefinition['spec']

/** By their names without dashes. */
const ofTexts = new Set(
  ['bsonobjectid', 'uri', 'email', 'hostname', 'ipv4', 'ipv6', 'cidr', 'mac', 'uuid', 'uuid3', 'uuid4', 'uuid5', 'isbn']
    .concat(['isbn10', 'isbn13', 'creditcard', 'ssn', 'hexcolor', 'rgbcolor', 'byte', 'password', 'date', 'duration'])
    .concat(['datetime', 'k8sshortname', 'k8slongname']),
)
const ofNumbers: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
}

export function formatWarnings(spec: Spec, old: Spec | undefined): readonly string[] {
  if (old && sameJson(spec.versions, old.versions)) return []
  const known = new Set(old ? unknownFormats(old) : [])
  return unknownFormats(spec)
    .filter((format) => !known.has(format))
    .map((format) => `unrecognized format ${JSON.stringify(format)}`)
}

const unknownFormats = ({ versions }: Spec): string[] =>
  (versions ?? []).flatMap(({ schema }) => [...formatsIn(schema?.openAPIV3Schema)])

interface Node {
  readonly type?: string
  readonly format?: string
}

/** A schema's own, and those below it: of members, by name or in lists. */
function* formatsIn(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  const { type = '', format } = schema as Node
  if (typeof format === 'string' && format && !isLookedAt(type, format)) yield format
  for (const [name, inner] of Object.entries(schema)) {
    if (byName.has(name)) for (const each of Object.values(inner ?? {})) yield* formatsIn(each)
    else if (plain.has(name)) yield* formatsIn(inner)
  }
}

const byName = new Set(['properties', 'patternProperties', 'definitions', 'allOf', 'anyOf', 'oneOf'])
const plain = new Set(['items', 'not', 'additionalProperties'])

const isLookedAt = (type: string, format: string): boolean =>
  type === '' || type === 'string'
    ? ofTexts.has(format.replaceAll('-', ''))
    : (ofNumbers[type]?.includes(format) ?? false)
