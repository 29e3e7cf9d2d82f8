/** How people's own objects are taken in: pruned, filled and checked by their schema. */
import { badRequest, invalidValue, type KubeObject, type StatusCause } from '../../meta/index.js'
import { compileRules, type RuleChecker } from '../cel/index.js'
import { Mismatch } from '../decode/mismatch.js'
import { Trail } from '../decode/trail.js'
import { walkOf } from '../decode/walk.js'
import type { SchemaSteps } from '../definition.js'
import type { SchemaNode } from '../schema-node.js'
import type { Type } from '../type.js'
import { duplicateErrors } from './duplicates.js'
import { embeddedErrors, hasDefaults, hasEmbedded } from './embedded.js'
import { dropForbiddenNulls, fillObject } from './fill.js'
import { forbiddenNulls } from './forbidden-nulls.js'
import { pruneObject, Unpalatable } from './prune.js'
import { type ScalePaths, scaleErrors } from './scale-values.js'
import type { Members } from './shape.js'
import { validateCustom } from './validate.js'

/** What is wrong in one of these ways is nothing that rules could be asked about, as upstream. */
const blocking: ReadonlySet<StatusCause['reason']> = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
])
const notChecked: StatusCause = {
  reason: 'FieldValueInvalid',
  message: 'Invalid value: null: the rules of the schema have not been asked: correct the other errors first',
  field: '<nil>',
}

export function customSteps(
  schema: SchemaNode,
  about: {
    readonly metadata: Type
    readonly kind: string
    readonly version: string
    readonly scale?: ScalePaths | undefined
  },
): SchemaSteps {
  const { kind, version } = about
  const metadata = metadataWalk(about.metadata)
  let holdsWhole: boolean | undefined
  let fills: boolean | undefined
  const fillsWhole = () => (fills ??= (holdsWhole ??= hasEmbedded(schema)) && hasDefaults(schema))
  let rules: RuleChecker | undefined | null = null
  return {
    decode(body) {
      const unknown: string[] = []
      const inMetadata = { own: [] as string[], others: [] as string[] }
      try {
        pruneObject(schema, body as Members, {
          unknown,
          isBody: true,
          metadata: (value, path) => metadata(value, path, path === 'metadata' ? inMetadata.own : inMetadata.others),
        })
      } catch (error) {
        if (!(error instanceof Mismatch || error instanceof Unpalatable)) throw error
        throw badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${error.message}`)
      }
      // In upstream's order.
      return { object: body as KubeObject, unknown: [...inMetadata.own, ...unknown.sort(), ...inMetadata.others] }
    },
    fill(object) {
      fillObject(schema, object as Members)
      // Upstream prunes what a default says of an embedded object's metadata when it is set, since the schema can't say what that may hold.
      if (fillsWhole())
        pruneObject(schema, object as Members, {
          unknown: [],
          metadata: (value, path) => (path === 'metadata' ? value : metadata(value, path, [])),
        })
    },
    dropNulls: (object) => dropForbiddenNulls(schema, object as Members),
    nulls: (object) => forbiddenNulls(schema, object),
    validate(object, { old, part, warn, units }) {
      const causes = [...schemaErrors(schema, { object: object as Members, old: old as Members | undefined, part })]
      if (about.scale) causes.push(...scaleErrors(about.scale, object as Members, part))
      holdsWhole ??= hasEmbedded(schema)
      if (holdsWhole && !part) causes.push(...embeddedErrors(schema, object as Members))
      const twice = duplicateErrors(schema, object)
      // Where an object has broken the promise of any of its lists, no new duplicate is held against it, as upstream.
      if (twice.length > 0 && (!old || duplicateErrors(schema, old).length === 0)) causes.push(...twice)
      if (rules === null) rules = compileRules(schema)
      if (!rules) return causes
      if (causes.some(({ reason }) => blocking.has(reason))) return [...causes, notChecked]
      return [...causes, ...rules(object, old, { warn, here: units })]
    },
  }
}

/** Metadata by its type, wherever an object has some; what that does not know goes into `unknown`. Throws Mismatch. */
function metadataWalk(type: Type): (value: unknown, path: string, unknown: string[]) => unknown {
  const walk = walkOf(type)
  return (value, path, unknown) => {
    if (value === null || value === undefined) return {}
    const trail = new Trail()
    const found = within(path, value, () => walk(value, trail))
    if (found === undefined)
      throw new Mismatch(`json: cannot unmarshal ${typeof value} into Go struct field .${path} of type v1.ObjectMeta`)
    for (const each of trail.unknown) unknown.push(`${path}.${each}`)
    return found
  }
}

interface States {
  readonly object: Members
  readonly old: Members | undefined
  readonly part: string | undefined
}

/** Upstream holds a part against its own schema as if it stood alone: messages name what is below it, fields all. */
function schemaErrors(schema: SchemaNode, { object, old, part }: States): readonly StatusCause[] {
  if (!part) return validateCustom(schema, object, { old })
  const own = schema.properties?.[part]
  if (!own || !Object.hasOwn(object, part)) return []
  return validateCustom(own, object[part], { old: old?.[part], base: part })
}

/** What is wrong in the metadata of an object inside of another is told with where it stands. */
function within<T>(path: string, value: unknown, read: () => T): T {
  if (path === 'metadata') return read()
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error
    throw new Mismatch(`${path}: ${invalidValue(value, error.message)}`)
  }
}
