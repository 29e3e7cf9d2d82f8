/** Every document of OpenAPI: paths, parameters, components. What things mean is said in each server's own words. */
const drop = new Set(['description', 'externalDocs'])

/** Descriptions are there or not; lists that are sets are sorted; parameters stand with their operation, by place and name. */
function plain(value, root, key = '') {
  if (Array.isArray(value)) {
    const each = value.map((one) => plain(one, root))
    if (key === 'parameters')
      return Object.fromEntries(
        value
          .map((one) => (one.$ref ? root.parameters[one.$ref.replace('#/parameters/', '')] : one))
          .map((one) => [`${one.in} ${one.name}`, plain(one, root)]),
      )
    return ['required', 'consumes', 'produces'].includes(key) ? each.sort() : each
  }
  if (value === null || typeof value !== 'object') return value
  const { parameters: shared, ...rest } = value
  if (Array.isArray(shared) && !value.responses) {
    for (const each of Object.values(rest)) each.parameters = [...shared, ...(each.parameters ?? [])]
    return plain(rest, root)
  }
  // A reference that has something said beside it.
  if (value.allOf?.length === 1 && value.allOf[0].$ref)
    return plain({ ...value.allOf[0], ...value, allOf: undefined }, root)
  const shown = value === root ? rest : value
  return Object.fromEntries(
    Object.entries(shown)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => [name, drop.has(name) && typeof each === 'string' ? 'said' : plain(each, root, name)]),
  )
}

export default async function openapi(twins) {
  twins.known.push(
    [
      /\.description: ("said" \| -|- \| "said")/,
      'described as far as the installed client has words, and by ourselves',
    ],
    [/info\.(version|title)/, 'what the server is'],
    [/^header (accept-ranges|vary|content-type)/, 'how it is sent'],
    [
      /^body\.paths\.\/(apis?|version|logs|openid|\.well-known)\/?([^{]*\/)?(jwks\/|openid-configuration\/|\{logpath\})?: \{/,
      'paths of discovery are not described',
    ],
  )
  const whole = twins.compare.bind(twins)
  const read = (answer) => ({ ...answer, json: answer.json && plain(answer.json, answer.json) })
  twins.compare = (theirs, ours, options) => whole(read(theirs), read(ours), options)
  const sides = [twins.upstream, twins.operon]
  const indices = await Promise.all(sides.map((side) => side.ask({ path: '/openapi/v3' })))
  const paths = indices.map(({ json }) => Object.keys(json.paths))
  for (const path of new Set(paths.flat())) {
    const missing = sides.filter((_, at) => !paths[at].includes(path)).map(({ name }) => name)
    if (missing.length > 0) console.log(`/openapi/v3/${path} is not there: ${missing}`)
    else await twins.ask({ path: `/openapi/v3/${path}` })
  }
  await twins.ask({ path: '/openapi/v2' })
}
