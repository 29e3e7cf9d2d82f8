/** Makes crds/generated/validators/<group>.cjs: ajv's standalone code of the rules that the objects of a group's kinds must fulfil. */
import { Ajv, _, type KeywordCxt, stringify } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { reachable } from './definitions.js'
import { ruleSchemas } from './rule-schema.js'
import type { Sources } from './sources.js'

/** What makes validators large: kinds that hold pods share one file, so that this is written once. */
const large = 'io.k8s.api.core.v1.PodSpec'

/** Text by file name, and under `validators/index.json` which file checks which type; kinds without rules are in none. */
export function validatorSources(sources: Sources): ReadonlyMap<string, string> {
  const rules = ruleSchemas(sources)
  const files = new Map<string, string[]>()
  for (const { group, versions, names } of sources.definitions) {
    for (const version of versions) {
      const type = `${version['x-operon-package']}.${names.kind}`
      if (!rules.has(type)) continue
      const file = reachable(type, sources).has(large) ? 'pods' : group || 'core'
      files.set(file, [...(files.get(file) ?? []), type])
    }
  }
  const index = Object.fromEntries([...files].flatMap(([file, types]) => types.map((type) => [type, file])))
  const texts = [...files].map(([file, types]) => [`validators/${file}.cjs`, codeOf(types, rules)] as const)
  return new Map([['validators/index.json', `${JSON.stringify(index, null, 1)}\n`], ...texts])
}

function codeOf(types: readonly string[], rules: ReadonlyMap<string, object>): string {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: false,
    code: { source: true, lines: true },
    schemas: [...rules].map(([$id, schema]) => ({ ...schema, $id })),
  })
  ajv.addKeyword({
    keyword: 'between',
    type: 'number',
    schemaType: 'array',
    error: { message: '', params: limitsOf },
    code: between,
  })
  ajv.addKeyword({
    keyword: 'longest',
    type: 'string',
    schemaType: 'number',
    error: { message: '', params: ({ schema }) => _`{limit: ${schema}}` },
    code: (cxt) => cxt.fail(_`${cxt.data}.length > ${cxt.schema}`),
  })
  ajv.addKeyword({
    keyword: 'uniqueBy',
    type: 'array',
    schemaType: 'string',
    error: { message: '', params: ({ params, schema }) => _`{index: ${params['index']}, member: ${schema}}` },
    code: uniqueBy,
  })
  ajv.addKeyword({
    keyword: 'closedItems',
    type: 'array',
    schemaType: 'array',
    error: {
      message: '',
      params: ({ params }) => _`{index: ${params['index']}, allowedValues: ${params['allowedValues']}}`,
    },
    code: closedItems,
  })
  const code = (standalone as unknown as (ajv: Ajv, refs: Record<string, string>) => string)(
    ajv,
    Object.fromEntries(types.map((type) => [type, type])),
  )
  return `// Generated from crds/ by \`npm run generate\`; never edited.\n${ofWholeNumbers(withoutUnused(code))}\n`
}

/** ajv writes every schema into the code, and reads few. */
function withoutUnused(code: string): string {
  return code.replace(/^const (schema\d+) = .*;\n/gm, (line, name: string) =>
    code.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : '',
  )
}

/** Whole numbers beyond 2^53 are bigints (core/kit/json.ts), which ajv does not know and `isNaN` refuses; JSON has no NaN. */
function ofWholeNumbers(code: string): string {
  return code
    .replace(/\(typeof (data\d+) == "number"\)/g, '(typeof $1 == "number" || typeof $1 == "bigint")')
    .replace(/ \|\| isNaN\(data\d+\)/g, '')
}

/** Of the two limits; a third member says that zero counts as missing. */
const limitsOf = ({ schema }: { readonly schema: readonly (number | string)[] }) =>
  schema.length > 2
    ? _`{limits: [${schema[0]}, ${schema[1]}, ${schema[2]}]}`
    : _`{limits: [${schema[0]}, ${schema[1]}]}`

function between(cxt: KeywordCxt): void {
  const [least, most] = cxt.schema as readonly [number, number]
  cxt.fail(_`${cxt.data} < ${least} || ${cxt.data} > ${most}`)
}

/** Elements that must be one of some, told of the list. */
function closedItems(cxt: KeywordCxt): void {
  const { gen, data, schema } = cxt
  const allowedValues = gen.const('allowed', _`${stringify(schema)}`)
  gen.forRange('i', 0, _`${data}.length`, (index) =>
    gen.if(_`!${allowedValues}.includes(${data}[${index}])`, () => {
      cxt.setParams({ index, allowedValues })
      cxt.error()
    }),
  )
}

/** Elements whose member of that name is the same as an earlier one's; empty ones are told by other rules. */
function uniqueBy(cxt: KeywordCxt): void {
  const { gen, data, schema } = cxt
  const seen = gen.const('seen', _`new Set()`)
  gen.forRange('i', 0, _`${data}.length`, (index) => {
    const value = gen.const('value', _`${data}[${index}]?.[${schema}]`)
    gen.if(_`${value} !== undefined && ${value} !== ""`, () => {
      gen.if(_`${seen}.has(${value})`, () => {
        cxt.setParams({ index })
        cxt.error()
      })
      gen.code(_`${seen}.add(${value})`)
    })
  })
}
