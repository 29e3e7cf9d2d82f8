/** Offences made of a good object: at each of its paths a few values that might be wrong, and fields that it lacks. */

/** Pairs [what was done, the object]. `schema`: of OpenAPI v2, `{ definitions, type }`, which tells the fields that the object lacks. */
export function* spoilt(object, { definitions, type }, below = []) {
  const root = below.reduce((at, key) => at?.[key], object)
  const typeBelow = below.reduce((at, key) => member(definitions, at, key), definitions[type])
  if (root !== undefined) yield* at(root, typeBelow, below)

  function* at(value, schema, path) {
    if (path.length > below.length || below.length > 0) yield* replaced(value, path)
    if (Array.isArray(value)) {
      const items = resolved(definitions, schema?.items)
      for (const index of value.keys()) yield* at(value[index], items, [...path, index])
      yield [`${named(path)} twice`, changed(object, path, [...value, value[0]])]
      yield [`${named(path)} with null`, changed(object, path, [...value, null])]
      yield [`${named(path)} with zero`, changed(object, path, [...value, zero(value[0])])]
    } else if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value))
        if (path.length > 0 || !['apiVersion', 'kind', 'metadata', 'status'].includes(key))
          yield* at(value[key], member(definitions, schema, key), [...path, key])
      yield* lacking(value, schema, path)
    }
  }

  function* lacking(value, schema, path) {
    if (schema?.additionalProperties) {
      for (const key of ['', 'A_b/c d', 'x'.repeat(300), 'kubernetes.io/x'])
        yield [`${named(path)}[${key.slice(0, 20)}] added`, changed(object, [...path, key], Object.values(value)[0])]
      return
    }
    yield [`${named([...path, 'unknown'])} added`, changed(object, [...path, 'unknown'], 1)]
    for (const [key, raw] of Object.entries(schema?.properties ?? {})) {
      if (key in value || (path.length === 0 && ['apiVersion', 'kind', 'metadata', 'status'].includes(key))) continue
      for (const each of guesses(resolved(definitions, raw)))
        yield [`${named([...path, key])} added ${JSON.stringify(each)}`, changed(object, [...path, key], each)]
    }
  }

  function* replaced(value, path) {
    yield [`${named(path)} left out`, changed(object, path, undefined)]
    for (const each of instead(value))
      yield [`${named(path)} = ${JSON.stringify(each)?.slice(0, 60)}`, changed(object, path, each)]
  }
}

const long = 'x'.repeat(300)

function instead(value) {
  if (typeof value === 'string')
    return [
      null,
      '',
      'UPPER_x',
      'a b',
      `${value}x`,
      value.toUpperCase(),
      '-a',
      'a/b/c',
      '1',
      '..',
      'é\u0000',
      long,
      1,
      {},
    ]
  if (typeof value === 'number') return [null, 0, 1, -1, value + 1, 65_536, 2_147_483_648, 2 ** 53, 1.5, `${value}`, {}]
  if (typeof value === 'boolean') return [null, !value, 'true', 0]
  if (Array.isArray(value)) return [null, [], {}, 'a', [...value].reverse()]
  if (value === null) return [{}]
  return [null, {}, [], 'a']
}

function zero(value) {
  if (Array.isArray(value)) return []
  if (value === null || value === undefined) return null
  return { string: '', number: 0, boolean: false, object: {} }[typeof value]
}

function guesses(schema) {
  if (schema?.enum) return [schema.enum[0], 'Unknown', '']
  if (schema?.format === 'int-or-string') return [0, 1, '10%', 'a b', -1]
  if (schema?.format === 'date-time') return ['2026-01-01T00:00:00Z', 'yesterday', '']
  const { type } = schema ?? {}
  if (type === 'string') return ['', 'a', 'A_b c', '10', '-1']
  if (type === 'integer' || type === 'number') return [0, 1, -1, 100_000]
  if (type === 'boolean') return [true, false]
  if (type === 'array') return [[], [null], [{}], ['a'], ['']]
  return [{}, null, { a: 'b' }]
}

const resolved = (definitions, schema) =>
  schema?.$ref ? definitions[schema.$ref.replace('#/definitions/', '')] : schema

function member(definitions, schema, key) {
  const whole = resolved(definitions, schema)
  if (typeof key === 'number') return resolved(definitions, whole?.items)
  return resolved(definitions, whole?.properties?.[key] ?? whole?.additionalProperties)
}

const named = (path) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')

/** A copy with another value at a path; undefined takes it out. */
export function changed(object, [key, ...rest], value) {
  const copy = Array.isArray(object) ? [...object] : { ...object }
  const next = rest.length > 0 ? changed(copy[key] ?? {}, rest, value) : value
  if (next !== undefined) copy[key] = next
  else if (Array.isArray(copy)) copy.splice(key, 1)
  else delete copy[key]
  return copy
}
