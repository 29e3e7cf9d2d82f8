/** Every object of a server that nobody has used yet, whole. */
export default async function fresh(twins) {
  twins.known.push(
    [/^body\.(conditions\[0\]\.(status|message)|data\.requestheader)/, 'what runs beside it, and how it was started'],
    [
      /^body\.(status\.conditions\[0\]\.message|description|metadata\.annotations): |^header vary/,
      'explained in our own words',
    ],
    [/^body\.subjects: - /, 'there is no node authorizer'],
    [/the order of its members/, 'creationTimestamp comes first where upstream has the name'],
    [/^body\.metadata\.managedFields/, 'the programs that write the default objects have names of their own'],
    [/^body\.(subsets\[0\]|spec|endpoints).*[pP]ort: 17/, 'where it listens'],
    [/^body\.data\.[a-z.-]*(ca\.crt|ca-file)/, 'its certificate'],
    [/\.kubernetes\.io\/description: /, 'explained in our own words'],
  )
  const [{ json: core }] = await twins.ask({ path: '/api/v1' })
  const groups = [['/api/v1', core]]
  const [{ json: all }] = await twins.ask({ path: '/apis' })
  for (const { preferredVersion } of all.groups) {
    const path = `/apis/${preferredVersion.groupVersion}`
    groups.push([path, (await twins.ask({ path }))[0].json])
  }
  const named = (json) =>
    new Set((json?.items ?? []).map(({ metadata }) => `${metadata.namespace ?? ''}/${metadata.name}`))
  for (const [path, { resources }] of groups)
    for (const { name } of resources.filter(({ verbs }) => verbs.includes('list'))) {
      const [theirs, ours] = await Promise.all(
        [twins.upstream, twins.operon].map(async (side) => named((await side.ask({ path: `${path}/${name}` })).json)),
      )
      for (const key of new Set([...theirs, ...ours])) {
        const [namespace, object] = key.split('/')
        const at = `${path}${namespace ? `/namespaces/${namespace}` : ''}/${name}/${object}`
        // Operon's operators have roles of their own, upstream's controllers theirs.
        if (theirs.has(key) && ours.has(key)) await twins.ask({ path: at }, { order: true })
        else if (!/system:operator:/.test(key))
          console.log(`${at}: only ${theirs.has(key) ? "upstream's" : "Operon's"}`)
      }
    }
}
