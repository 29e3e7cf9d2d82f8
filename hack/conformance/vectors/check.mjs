// Holds core/schema against what record.mjs wrote down of upstream's unit tests: node hack/conformance/vectors/check.mjs DIR [room ...] [-v]
// Asked of each call: acceptance, type and field of errors, estimated and real cost, what an object comes to. Words are our own. Compile first: node hack/build.mjs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { definitionErrors } from '../../../dist/plugins/kind/custom-resource-definition-rules.js'
import { readJson, writeJson } from '../../../dist/core/kit/index.js'
import { Budget } from '../../../dist/core/schema/cel/budget.js'
import { compileExpression, RuleError } from '../../../dist/core/schema/cel/rule.js'
import { compileRules } from '../../../dist/core/schema/cel/rules.js'
import { leastBytes, schemaType } from '../../../dist/core/schema/cel/schema-type.js'
import { checkConversion } from '../../../dist/core/schema/custom/check-conversion.js'
import { checkDefaults } from '../../../dist/core/schema/custom/check-defaults.js'
import { Complaints, checkSchema } from '../../../dist/core/schema/custom/check-schema.js'
import { duplicateErrors } from '../../../dist/core/schema/custom/duplicates.js'
import { embeddedValueErrors } from '../../../dist/core/schema/custom/embedded.js'
import { dropForbiddenNulls, fillValue } from '../../../dist/core/schema/custom/fill.js'
import { pruneDefault, pruneObject } from '../../../dist/core/schema/custom/prune.js'
import { validateCustom } from '../../../dist/core/schema/custom/validate.js'

const args = process.argv.slice(2)
const isVerbose = args.includes('-v')
const [dir, ...rooms] = args.filter((each) => each !== '-v')

/** What our side spends, by counting where it is counted. */
let spent = 0
const add = Budget.prototype.add
Budget.prototype.add = function (units) {
  spent += units
  return add.call(this, units)
}

/** Estimates that exceed every limit differ by where they overflow. */
const bounded = (cost) => Math.min(Number(cost), 1e16)
const reasons = {
  FieldValueRequired: 'Required',
  FieldValueForbidden: 'Forbidden',
  FieldValueInvalid: 'Invalid',
  FieldValueDuplicate: 'Duplicate',
  FieldValueNotSupported: 'NotSupported',
  FieldValueTooLong: 'TooLong',
  FieldValueTooMany: 'TooMany',
  FieldValueTypeInvalid: 'TypeInvalid',
  FieldValueNotFound: 'NotFound',
}
/** Where a value stands is up to who asks: fields are told from it on. */
const base = (field) => field.replace(/^spec\..*?openAPIV3Schema/, '').replace(/^(root|<nil>|foo\.bar)?\.?/, '')
const theirs = (errors) => errors.map(({ type, field }) => `${type.replace(/^FieldValue/, '')} ${base(field)}`).sort()
/** Of a value that is a schema's default. */
const ofDefaults = (errors) =>
  theirs(errors.map((each) => ({ ...each, field: each.field.replace(/^spec\..*\.default/, '') })))
const ours = (causes) => causes.map(({ reason, field }) => `${reasons[reason] ?? reason} ${base(field)}`).sort()

const rulesOf = (schema) => schema['x-kubernetes-validations'] ?? []

/** A schema as it is asked of a rule at its root. */
const asked = {
  rules: {
    Compile({ schema, limit }, { results, failure }) {
      if (limit !== 1_000_000 || rulesOf(schema).length === 0) return undefined
      const type = schemaType(schema, { whole: false })
      if (!type) return { ours: 'no type', theirs: failure ? 'no type' : results }
      const judge = (text, rule, wanted) => {
        try {
          return compileExpression(text, type, { optionalOldSelf: rule.optionalOldSelf === true, wanted })
        } catch (error) {
          if (!(error instanceof RuleError)) throw error
          return { why: error.message }
        }
      }
      const mine = rulesOf(schema).map((rule) => {
        if (!rule.rule.trim()) return { cost: 0, usesOldSelf: false }
        const { cost, usesOldSelf, why } = judge(rule.rule, rule, 'bool')
        if (why !== undefined) return { refused: true, why }
        const message = rule.messageExpression ? judge(rule.messageExpression, rule, 'string') : { cost: 0 }
        return {
          cost: bounded(cost),
          usesOldSelf,
          message: message.why === undefined ? bounded(message.cost) : message,
        }
      })
      const most = Math.floor((3 * 1024 * 1024) / (leastBytes(schema) + 1))
      return {
        ours: mine.map((each) =>
          each.refused ? 'refused' : { ...each, most, ...(each.message?.why ? { message: 'refused' } : {}) },
        ),
        theirs: results.map((each, at) =>
          each.error
            ? 'refused'
            : {
                cost: bounded(each.cost),
                usesOldSelf: each.usesOldSelf,
                ...(rulesOf(schema)[at].rule.trim()
                  ? { message: each.messageError ? 'refused' : bounded(each.messageCost) }
                  : {}),
                most: rulesOf(schema)[at].rule.trim() ? each.most : most,
              },
        ),
        told: [mine, results],
      }
    },
    Validate({ schema, object, old, budget, ratcheting, ended, whole }, { errors, left }) {
      if (!schema || ended || budget < 10_000_000) return undefined
      spent = 0
      const warned = []
      const rules = compileRules(whole ? schema : asElement(schema))
      const found = rules
        ? rules(whole ? object : { it: object }, whole ? (old ?? undefined) : old === null ? undefined : { it: old }, {
            warn: (each) => warned.push(each),
          })
        : []
      const causes = found.map((each) => ({ ...each, field: each.field.replace(/^it\.?/, '') }))
      if (!ratcheting && warned.length > 0) return undefined
      return {
        ours: { errors: ours(causes), spent },
        theirs: { errors: theirs(errors), spent: Number(BigInt(budget) - BigInt(left)) },
        told: [found, errors],
      }
    },
  },
  structural: {
    ValidateStructuralWithOptions({ schema }, { errors }) {
      const causes = checkSchema(schema, '')
      return { ours: causes.length > 0, theirs: errors.length > 0, told: [causes, errors] }
    },
  },
  definitions: {
    ValidateCustomResourceDefinition: ({ definition }, { errors }) => changed(definition, undefined, errors),
    ValidateCustomResourceDefinitionUpdate: ({ definition, old }, { errors }) => changed(definition, old, errors),
    validateCustomResourceDefinitionValidation({ schema, strict, path }, { errors }) {
      if (!schema || !strict) return undefined
      const at = [path, 'openAPIV3Schema'].filter(Boolean).join('.')
      const causes = checkSchema(schema, at)
      return { ours: [...new Set(ours(causes))], theirs: [...new Set(theirs(errors))], told: [causes, errors] }
    },
  },
  objects: {
    ValidateCustomResource: ({ schema, object }, { errors }) =>
      schema ? validated(schema, object, undefined, errors) : undefined,
    ValidateCustomResourceUpdate: ({ schema, object, old }, { errors }) =>
      schema ? validated(schema, object, old, errors) : undefined,
  },
  defaults: {
    Default({ object, schema }, out) {
      fillValue(schema, object)
      return { ours: object, theirs: out.object }
    },
    PruneNonNullableNullsWithoutDefaults({ object, schema }, out) {
      dropForbiddenNulls(schema, object, false)
      return { ours: object, theirs: out.object }
    },
    ValidateDefaults({ schema, pruned, whole }, { errors }) {
      if (!pruned) return undefined
      const complaints = new Complaints()
      checkDefaults(whole ? asWhole(schema) : schema, '', complaints)
      return { ours: ours(complaints.causes), theirs: theirs(errors), told: [complaints.causes, errors] }
    },
  },
  pruning: {
    PruneWithOptions({ object, schema, whole, told }, out) {
      const unknown = []
      if (whole) pruneObject(schema ?? {}, object, { metadata: (each) => each, unknown })
      else pruneDefault(schema ?? {}, object)
      return {
        ours: { object, ...(whole && told ? { paths: unknown.sort() } : {}) },
        theirs: { object: out.object, ...(whole && told ? { paths: out.paths ?? [] } : {}) },
      }
    },
  },
  lists: {
    ValidateListSetsAndMaps({ object, schema }, { errors }) {
      const causes = duplicateErrors(schema, object)
      return { ours: ours(causes), theirs: theirs(errors), told: [causes, errors] }
    },
  },
  metadata: {
    Validate({ object, schema, whole }, { errors }) {
      const causes = embeddedValueErrors(whole ? asWhole(schema) : schema, object, '')
      return { ours: ours(causes), theirs: ofDefaults(errors), told: [causes, errors] }
    },
  },
}

/** What metadata must be is asked for all kinds elsewhere. Upstream tells one schema of all versions as if it stood above them. */
function changed(definition, old, errors) {
  if (!definition || old === null) return undefined
  const context = {
    operation: old ? 'update' : 'create',
    warn() {},
    now: () => 0,
    definitions: { all: () => [] },
    schemaErrors: checkSchema,
    conversionErrors: checkConversion,
  }
  const causes = definitionErrors(definition, old, context)
  const rest = (list) => [...new Set(list.filter((each) => !/ metadata/.test(each)))]
  return { ours: rest(ours(causes)), theirs: rest(theirs(errors)), told: [causes, errors] }
}

const asWhole = (schema) => ({ ...schema, 'x-kubernetes-embedded-resource': true })
const asElement = (schema) => ({ type: 'object', properties: { it: schema } })

function validated(schema, object, old, errors) {
  const causes = validateCustom(schema, object, { old: old ?? undefined })
  return { ours: ours(causes), theirs: ofDefaults(errors), told: [causes, errors] }
}

for (const room of rooms.length > 0 ? rooms : Object.keys(asked)) {
  const count = { agree: 0, differ: 0, fail: 0 }
  for (const line of readFileSync(join(dir, `${room}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')) {
    const { call, in: input, out } = readJson(line)
    if (input.schema === null) continue
    let answer
    try {
      answer = asked[room][call]?.(input, out)
    } catch (error) {
      count.fail++
      if (isVerbose) console.log(`${call} ${line}\n  ${error.stack}`)
      continue
    }
    if (!answer) continue
    const agrees = isDeepStrictEqual(plain(answer.ours), plain(answer.theirs))
    count[agrees ? 'agree' : 'differ']++
    if (agrees || !isVerbose) continue
    console.log(`${call} ${writeJson(readJson(line).in)}`)
    console.log(`  ours   ${writeJson(answer.ours)}\n  theirs ${writeJson(answer.theirs)}`)
    if (answer.told) console.log(`  told   ${writeJson(answer.told[0])}\n         ${writeJson(answer.told[1])}`)
  }
  console.log(
    `${room}: ${Object.entries(count)
      .map(([word, number]) => `${number} ${word}`)
      .join(', ')}`,
  )
}

function plain(value) {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each)) ?? 'null')
}
