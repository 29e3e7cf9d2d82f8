/** What a client learns of a server before it does anything. */
export default async function discovery(twins) {
  twins.known.push(
    [/^body\.(git|build|go|compiler)/, 'what the server is built from'],
    [/serverAddress:/, 'where it listens'],
  )
  // The old form is kept for kubectl of before 1.30.
  twins.known.push([/^(status|header|body)/, 'v2beta1'])
  for (const path of ['/api', '/apis'])
    await twins.ask({
      path,
      headers: { accept: 'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList' },
    })
  twins.known.pop()
  const [{ json: groups }] = await twins.ask({ path: '/apis' })
  for (const path of [
    '/api',
    '/api/v1',
    '/version',
    '/healthz',
    '/livez',
    '/readyz',
    '/apis/none',
    '/apis/apps/v9',
    '/none',
    '/',
  ])
    await twins.ask({ path })
  for (const { name, versions } of groups.groups) {
    await twins.ask({ path: `/apis/${name}` })
    for (const { groupVersion } of versions) await twins.ask({ path: `/apis/${groupVersion}` })
  }
  for (const path of ['/api', '/apis'])
    await twins.ask({
      path,
      headers: { accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList' },
    })
}
