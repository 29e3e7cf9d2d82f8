/** What HTTP itself lets a client ask of resources: methods, media types, odd paths, odd parameters. */
/** What is asked of each path. */
const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']

const paths = [
  '/',
  '/api',
  '/api/v1',
  '/apis/apps',
  '/version',
  '/readyz',
  '/openapi/v2',
  '/openapi/v3',
  '/metrics',
  '/none',
  '/api/v1/namespaces',
  '/api/v1/configmaps',
  '/api/v1/namespaces/compare',
  '/api/v1/namespaces/compare/status',
  '/api/v1/namespaces/compare/configmaps',
  '/api/v1/namespaces/compare/configmaps/one',
  '/api/v1/namespaces/compare/configmaps/none',
  '/api/v1/namespaces/compare/configmaps/one/status',
  '/api/v1/namespaces/compare/pods/none/log',
  '/api/v1/namespaces/compare/pods/none/binding',
  '/api/v1/namespaces/compare/pods/none/eviction',
  '/apis/apps/v1/namespaces/compare/deployments/one/scale',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
  '/api/v1/componentstatuses',
  '/api/v1/componentstatuses/none',
  '/api/v1/nones',
  '/api/v1/namespaces/compare/nones/x',
  '/apis/apps/v1/nones',
  '/apis/apps/v9/deployments',
  '/apis/none/v1/things',
  '/apis/none.example/v1/namespaces/x/things/y',
]

const oddPaths = [
  '/api/',
  '/apis/',
  '/api/v1/',
  '/api/v2',
  '/api/v1/namespaces/',
  '/apis/apps/',
  '/apis/apps/v1/',
  '//api/v1',
  '/api//v1',
  '/api/v1//namespaces',
  '/api/v1/namespaces//configmaps',
  '/api/v1/namespaces/compare/configmaps/',
  '/api/v1/namespaces/compare/configmaps/one/',
  '/api/v1/namespaces/compare/configmaps//one',
  '/api/v1/namespaces/compare/configmaps/%6fne',
  '/api/v1/namespaces/compare/configmaps/one%2Ftwo',
  '/api/v1/namespaces/compare/configmaps/%2e%2e',
  '/api/v1/namespaces/compare/../compare/configmaps',
  '/api/v1/namespaces/compare/./configmaps',
  '/api/v1/namespaces/compare/configmaps/one%00',
  '/api/v1/namespaces/compare/configmaps/One',
  '/api/v1/namespaces/compare/configmaps/a%20b',
  '/api/v1/namespaces/compare/configmaps/one;x=1',
  '/api/v1/namespaces/compare/configmaps/%zz',
  '/api/v1/namespaces/Compare/configmaps',
  '/api/v1/namespaces/compare/configmaps/one/two/three',
  '/api/v1/namespaces/compare/nodes',
  '/api/v1/namespaces/compare/nodes/x',
  '/api/v1/nodes/x/none',
  '/api/v1/configmaps/one',
  '/api/v1/watch/namespaces/none/configmaps/x/y',
  '/apis/apps/v1/watch',
  '/API/v1',
  '/api/V1',
  '/api/v1/ConfigMaps',
  '/healthz/',
  '/healthz/none',
  '/readyz/ping',
  '/livez/ping',
  '/healthz/log',
  '/healthz/etcd',
  '/readyz/poststarthook/rbac/bootstrap-roles',
  '/readyz/poststarthook/none',
  '/readyz/shutdown',
  '/livez/shutdown',
  '/readyz?exclude=ping',
  '/readyz?exclude=none',
  '/readyz?verbose=false&exclude=none',
  '/version/',
  '/version/x',
  '/openapi',
  '/openapi/v2/x',
  '/openapi/v3/apis/none/v1',
  '/openapi/v3/x',
  '/openid/v1/jwks/',
  '/.well-known/openid-configuration',
  '/.well-known',
  '/swaggerapi',
  '/swagger.json',
  '/ui',
  '/logs',
  '/logs/',
  '/favicon.ico',
  '/index.html',
  '/apis/apps/v1/deployments?pretty',
  '/metrics/cadvisor',
]

const accepts = [
  '',
  '*/*',
  'application/*',
  'text/*',
  'text/plain',
  'text/html',
  'application/xml',
  'application/json;charset=utf-8',
  'application/json; charset=utf-8',
  'application/json;q=0.1',
  'application/json;q=0',
  'application/xml, application/json',
  'application/xml;q=0.9, application/yaml;q=0.1',
  'application/yaml',
  'application/yaml;q=0.1, application/json;q=0.9',
  'application/yaml, application/json',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'application/vnd.kubernetes.protobuf',
  'application/vnd.kubernetes.protobuf, application/json',
  'application/vnd.kubernetes.protobuf;q=0.2, application/json',
  'application/cbor',
  'application/json;as=Table;v=v1;g=meta.k8s.io',
  'application/json;as=Table;v=v1beta1;g=meta.k8s.io',
  'application/json;as=Table;g=meta.k8s.io',
  'application/json;as=Table;v=v2;g=meta.k8s.io',
  'application/json;as=Table;v=v1;g=none',
  'application/json;as=Table',
  'application/json;as=Table;v=v2;g=meta.k8s.io,application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
  'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
  'application/json;as=PartialObjectMetadata;v=v1beta1;g=meta.k8s.io',
  'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
  'application/json;as=PartialObjectMetadataList;v=v1beta1;g=meta.k8s.io',
  'application/json;as=None;v=v1;g=meta.k8s.io',
  'application/json;as=Table;v=v1;g=meta.k8s.io, application/json',
  'application/json;as=None;v=v1;g=meta.k8s.io, application/json',
  'application/yaml;as=Table;v=v1;g=meta.k8s.io',
  'application/json;stream=watch',
  'application/json;pretty=1',
  'APPLICATION/JSON',
  'application/json,',
  'nonsense',
  ';;;',
]

const contentTypes = [
  undefined,
  '',
  'application/json',
  'application/json;charset=utf-8',
  'APPLICATION/JSON',
  'text/plain',
  'text/json',
  'application/xml',
  'application/yaml',
  'text/yaml',
  'application/x-www-form-urlencoded',
  'application/cbor',
  'application/vnd.kubernetes.protobuf',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
  'application/apply-patch+json',
  'application/apply-patch+cbor',
  'application/merge-patch+json;charset=utf-8',
  'nonsense',
  '*/*',
]

const bools = ['true', 'false', '1', '0', 'True', 'TRUE', 't', 'yes', 'x', '']
const numbers = [
  '0',
  '1',
  '-1',
  '01',
  '1.5',
  'x',
  '',
  '9223372036854775807',
  '9223372036854775808',
  '%201',
  '1e3',
  '0x1',
]
const queries = [
  ...bools.flatMap((value) => [`pretty=${value}`, `allowWatchBookmarks=${value}`]),
  ...numbers.flatMap((value) => [`limit=${value}`, `timeoutSeconds=${value}`, `resourceVersion=${value}`]),
  'none=1',
  'pretty',
  'limit',
  'limit=1&limit=2',
  'labelSelector=a%3Db',
  'labelSelector=a%3D%3Db',
  'labelSelector=!',
  'labelSelector=a=b=c',
  'labelSelector=a+in+(b,c)',
  'labelSelector=a+in+()',
  'labelSelector=%2C',
  'labelSelector=a%2C',
  'labelSelector=/a',
  'labelSelector=A/b/c',
  'labelSelector=a>1',
  'labelSelector=a>x',
  'fieldSelector=metadata.name%3Done',
  'fieldSelector=metadata.name!%3Done',
  'fieldSelector=metadata.name',
  'fieldSelector=metadata.uid%3Dx',
  'fieldSelector=none%3Dx',
  'fieldSelector=metadata.name%3Done,metadata.namespace%3Dcompare',
  'fieldSelector==x',
  'continue=x',
  'continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEifQ',
  'continue=x&resourceVersion=1',
  'limit=1&continue=',
  'resourceVersionMatch=Exact',
  'resourceVersionMatch=NotOlderThan',
  'resourceVersionMatch=None',
  'resourceVersionMatch=Exact&resourceVersion=0',
  'resourceVersionMatch=NotOlderThan&resourceVersion=0',
  'resourceVersionMatch=NotOlderThan&resourceVersion=999999999999',
  'includeObject=Object',
  'includeObject=nonsense',
  'shardSelector=x',
  'fieldManager=x',
  'dryRun=All',
  'a=%zz',
  'limit=%zz',
  ';',
  'a;b=c',
  '&&',
  'labelSelector=%E0%A4%A',
  'timeout=1s',
  'timeout=x',
  'timeout=-1s',
  'timeout=0',
  'timeout=100h',
]

const writes = [
  'dryRun=All',
  'dryRun=None',
  'dryRun=',
  'dryRun=all',
  'dryRun=All&dryRun=All',
  'dryRun=All&dryRun=None',
  'dryRun=All&fieldManager=x%00y',
  `dryRun=All&fieldManager=${'x'.repeat(129)}`,
  `dryRun=All&fieldManager=${'x'.repeat(128)}`,
  'dryRun=All&fieldManager=',
  'dryRun=All&fieldManager=a%0Ab',
  'dryRun=All&fieldManager=%C3%A4',
  'dryRun=All&fieldValidation=Strict',
  'dryRun=All&fieldValidation=strict',
  'dryRun=All&fieldValidation=',
  'dryRun=All&fieldValidation=None',
  'dryRun=All&force=true',
  'dryRun=All&force=x',
  'dryRun=All&pretty=x',
  'dryRun=All&none=x',
  'dryRun=All&gracePeriodSeconds=x',
  'dryRun=All&gracePeriodSeconds=-1',
  'dryRun=All&gracePeriodSeconds=0',
  'dryRun=All&propagationPolicy=None',
  'dryRun=All&propagationPolicy=Orphan',
  'dryRun=All&propagationPolicy=Orphan&orphanDependents=true',
  'dryRun=All&orphanDependents=x',
  'dryRun=All&orphanDependents=true',
  'dryRun=All&preconditions=x',
  'dryRun=All&limit=x',
  'dryRun=All&ignoreStoreReadErrorWithClusterBreakingPotential=true',
  'dryRun=All&timeout=x',
]

const one = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one', namespace: 'compare' }, data: { a: 'b' } }
const home = '/api/v1/namespaces/compare/configmaps'

const bodies = [
  undefined,
  '',
  'null',
  '{}',
  '[]',
  '1',
  '"x"',
  '{',
  '{"a":1}}',
  '{} {}',
  '{"kind":"ConfigMap"}',
  '{"apiVersion":"v1"}',
  '{"apiVersion":"v1","kind":"Secret"}',
  '{"apiVersion":"apps/v1","kind":"ConfigMap"}',
  '{"apiVersion":"v9","kind":"ConfigMap"}',
  '{"apiVersion":"a/b/c","kind":"ConfigMap"}',
  '{"apiVersion":"v1","kind":"None"}',
  '{"apiVersion":1,"kind":"ConfigMap"}',
  '{"apiVersion":"v1","kind":"ConfigMap"}',
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":null}',
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":[]}',
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"other"}}',
  '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":1}}',
  '{"metadata":{"name":"x"}}',
  '{"data":{"a":1}}',
  '{"metadata":{"name":"one"},"data":null}',
  '{"metadata":{"name":"one","uid":"00000000-0000-0000-0000-000000000000"}}',
  '{"metadata":{"name":"one","resourceVersion":"1"}}',
  '{"metadata":{"name":"one","resourceVersion":"x"}}',
  '{"metadata":{"name":"two"}}',
  '{"METADATA":{"Name":"x"}}',
  '{"metadata":{"name":"x","name":"y"}}',
  '\ufeff{"metadata":{"name":"x"}}',
  'a: b',
  'metadata:\n  name: x\n',
  'metadata:\n  name: x\n---\nmetadata:\n  name: y\n',
  '\t',
  '--- \n',
]

const onPurpose = [
  [/description/, 'said in our own words'],
  [
    /ca\.crt|managedFields\[\d+\]\.manager|serverAddress|jwks_uri|signing_alg|\.keys\[0\]|-ca-file|requestheader|info\.version/,
    'each its own',
  ],
  [/^body\.(git|build|go|compiler)/, 'what the server is built from'],
  [/\.message:/, 'explanations'],
  [
    /^body\.paths|^body: (# HELP|\[\+\])/,
    'OpenAPI is compared by openapi.mjs; names of checks and measures are each its own',
  ],
  [/^header accept-ranges|escaping=underscores/, 'how Go serves files and measures'],
  [
    /^header content-type: "text\/plain; charset=utf-8" \| "application\/json"|^header vary: - \| "Accept"/,
    'the index of OpenAPI v3 is called JSON',
  ],
  [/^status: 500 \| 4/, 'a 500 for what the client did wrong'],
  [/^header vary: "Accept-Encoding, Accept"/, 'OpenAPI v2 is sent as it is'],
]

export default async function http(twins) {
  twins.known.push(...onPurpose)
  const both = (asking) => Promise.all([twins.upstream, twins.operon].map((side) => side.ask(asking)))
  const doomed = { method: 'POST', path: home, body: { ...one, metadata: { name: 'doomed' } } }
  const patient = { limit: 3000 }
  await twins.ask({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: 'compare' } } })
  for (let tries = 0; tries < 50; tries++) {
    const answers = await both({ path: `${home}/kube-root-ca.crt` })
    if (answers.every(({ status }) => status === 200)) break
    await new Promise((again) => setTimeout(again, 100))
  }
  await twins.ask({ method: 'POST', path: home, body: one })
  for (const path of paths)
    for (const method of methods) {
      if (
        method === 'DELETE' &&
        /^.api.v1.(namespaces|configmaps|namespaces.compare|namespaces.compare.configmaps(.one)?)$/.test(path)
      )
        continue
      await twins.ask({ method, path })
    }
  for (const path of oddPaths) await twins.ask({ path })
  for (const accept of accepts)
    for (const path of [
      `${home}/one`,
      home,
      '/api/v1/namespaces/compare',
      '/api',
      '/apis/apps/v1',
      '/version',
      '/openapi/v3',
      '/openapi/v3/apis/policy/v1',
      `${home}/none`,
      '/none',
    ])
      await twins.ask({ path, headers: accept === '' ? {} : { accept } }, { note: `accept: ${accept}` })
  for (const type of contentTypes) {
    await both(doomed)
    const headers = { 'content-type': type ?? [] }
    for (const [method, path] of [
      ['POST', `${home}?dryRun=All`],
      ['PUT', `${home}/one?dryRun=All`],
      ['PATCH', `${home}/one?dryRun=All`],
      ['DELETE', `${home}/doomed?dryRun=All`],
    ]) {
      const body =
        method === 'DELETE'
          ? { kind: 'DeleteOptions', apiVersion: 'v1' }
          : { ...one, metadata: { name: method === 'POST' ? 'two' : 'one' } }
      await twins.ask({ method, path, headers, body }, { note: `content-type: ${type}` })
    }
  }
  for (const query of queries) {
    await twins.ask({ path: `${home}?${query}`, ...patient })
    await twins.ask({ path: `${home}/one?${query}`, ...patient })
  }
  for (const query of writes) {
    await twins.ask({
      method: 'POST',
      path: `${home}?${query.replace(/^dryRun=(?=&|$)|^dryRun=None/, '$&')}`,
      body: { ...one, metadata: { name: 'one' } },
    })
    await twins.ask({ method: 'PUT', path: `${home}/one?${query}`, body: one })
    for (const type of ['merge', 'apply'])
      await twins.ask(
        {
          method: 'PATCH',
          path: `${home}/one?${query}`,
          headers: {
            'content-type': type === 'apply' ? 'application/apply-patch+yaml' : 'application/merge-patch+json',
          },
          body: one,
        },
        { note: type },
      )
    if (/dryRun=All/.test(query)) {
      await twins.ask({ method: 'DELETE', path: `${home}/one?${query}` })
      await twins.ask({ method: 'DELETE', path: `${home}?${query}` })
    }
  }
  for (const body of bodies) {
    await twins.ask({ method: 'POST', path: `${home}?dryRun=All`, body })
    await twins.ask({ method: 'PUT', path: `${home}/one?dryRun=All`, body })
    await both(doomed)
    await twins.ask({ method: 'DELETE', path: `${home}/doomed?dryRun=All`, body })
    for (const type of ['json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml'])
      await twins.ask(
        {
          method: 'PATCH',
          path: `${home}/one?dryRun=All&fieldManager=f`,
          headers: { 'content-type': `application/${type}` },
          body,
        },
        { note: type },
      )
  }
}
