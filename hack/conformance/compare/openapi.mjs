/** Every document of OpenAPI: paths, parameters, components. What things mean is said in each server's own words. */
const drop = new Set(['description', 'externalDocs'])

/** Parameters by place and name, sets sorted; descriptions are there or not. */
function plain(value, key = '') {
  if (Array.isArray(value)) {
    const each = value.map((one) => plain(one))
    if (key === 'parameters') return Object.fromEntries(each.map((one) => [one.$ref ?? `${one.in} ${one.name}`, one]))
    return ['required', 'consumes', 'produces'].includes(key) ? each.sort() : each
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      drop.has(name) && typeof each === 'string' ? 'said' : plain(each, name),
    ]),
  )
}

export default async function openapi(twins) {
  twins.known.push(
    [/info\.(version|title)/, 'what the server is'],
    [/^header (accept-ranges|vary|content-type)/, 'how it is sent'],
  )
  const whole = twins.compare.bind(twins)
  twins.compare = (theirs, ours, options) =>
    whole({ ...theirs, json: plain(theirs.json) }, { ...ours, json: plain(ours.json) }, options)
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
