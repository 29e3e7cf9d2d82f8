/** ValidatingAdmissionPolicies through the front door. */
import { expect } from 'chai'
import { TestServer } from '../../../test/kit/server.js'

const root = '/apis/admissionregistration.k8s.io/v1'
const policies = `${root}/validatingadmissionpolicies`
const bindings = `${root}/validatingadmissionpolicybindings`
const configMaps = '/api/v1/namespaces/default/configmaps'

const rule = (resource: string, operations = ['CREATE', 'UPDATE'], group = '') => ({
  apiGroups: [group],
  apiVersions: ['*'],
  operations,
  resources: [resource],
})

const policy = (name: string, spec: object) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name },
  spec: { matchConstraints: { resourceRules: [rule('configmaps')] }, ...spec },
})
const binding = (name: string, policyName: string, spec: object = {}) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name },
  spec: { policyName, validationActions: ['Deny'], ...spec },
})
const configMap = (name: string, data: object = {}, labels: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, labels },
  data,
})

describe('a ValidatingAdmissionPolicy', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  afterEach(async () => {
    await server.ask(bindings, { method: 'DELETE' })
    await server.ask(policies, { method: 'DELETE' })
    await server.ask(configMaps, { method: 'DELETE' })
  })

  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
  async function hold(spec: object, bound: object = {}): Promise<void> {
    const made = await post(policies, policy('p', spec))
    expect(made.status, made.text).to.equal(201)
    const held = await post(bindings, binding('b', 'p', bound))
    expect(held.status, held.text).to.equal(201)
  }

  it('refuses from the moment that its binding is answered until that is gone, in the words that clients know', async () => {
    await hold({ validations: [{ expression: 'object.data.n == "1"', message: 'n must be 1' }] })
    const refused = await post(configMaps, configMap('a', { n: '2' }))
    expect(refused.status).to.equal(422)
    const why = "ValidatingAdmissionPolicy 'p' with binding 'b' denied request: n must be 1"
    expect(refused.json).to.deep.include({
      reason: 'Invalid',
      message: `configmaps "a" is forbidden: ${why}`,
      details: { name: 'a', kind: 'configmaps', causes: [{ message: why }] },
    })
    expect((await post(configMaps, configMap('a', { n: '1' }))).status).to.equal(201)
    await server.ask(`${bindings}/b`, { method: 'DELETE' })
    expect((await post(configMaps, configMap('b', { n: '2' }))).status).to.equal(201)
  })

  it('answers with the reason that a validation names, and with what its messageExpression makes', async () => {
    await hold({
      variables: [{ name: 'n', expression: 'object.data.n' }],
      validations: [
        { expression: 'variables.n == "1"', messageExpression: '"n is " + variables.n', reason: 'Forbidden' },
      ],
    })
    const refused = await post(configMaps, configMap('a', { n: '2' }))
    expect(refused.status).to.equal(403)
    expect(refused.json.message).to.match(/denied request: n is 2$/)
  })

  it('warns where its binding says so, and lets the object pass', async () => {
    await hold({ validations: [{ expression: 'false', message: 'no' }] }, { validationActions: ['Warn', 'Audit'] })
    const made = await post(configMaps, configMap('a'))
    expect(made.status).to.equal(201)
    expect(made.headers['warning']).to.include(
      "Validation failed for ValidatingAdmissionPolicy 'p' with binding 'b': no",
    )
  })

  it('holds expressions that fail against the request, or lets it pass, as its failurePolicy says', async () => {
    await hold({ validations: [{ expression: 'object.data.missing == "x"' }] })
    const refused = await post(configMaps, configMap('a', { n: '' }))
    expect(refused.json.message).to.match(
      /denied request: expression 'object.data.missing == "x"' resulted in error: no such key: missing$/,
    )
    await server.ask(`${policies}/p`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { spec: { failurePolicy: 'Ignore' } },
    })
    expect((await post(configMaps, configMap('a', { n: '' }))).status).to.equal(201)
  })

  it('looks at requests that meet its conditions, selectors and names alone', async () => {
    await hold(
      {
        matchConstraints: {
          resourceRules: [rule('configmaps')],
          excludeResourceRules: [{ ...rule('configmaps'), resourceNames: ['spared'] }],
          objectSelector: { matchLabels: { judged: 'yes' } },
        },
        matchConditions: [{ name: 'not-me', expression: 'request.userInfo.username != "joe"' }],
        validations: [{ expression: 'false' }],
      },
      { matchResources: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'default' } } } },
    )
    const judged = { judged: 'yes' }
    expect((await post(configMaps, configMap('a', {}, judged))).status).to.equal(422)
    expect((await post(configMaps, configMap('a'))).status).to.equal(201)
    expect((await post(configMaps, configMap('spared', {}, judged))).status).to.equal(201)
    const elsewhere = '/api/v1/namespaces/kube-system/configmaps'
    expect((await post(elsewhere, configMap('a', {}, judged))).status).to.equal(201)
    const joe = server.user('joe', 'system:masters')
    const body = configMap('joes', {}, judged)
    expect((await joe.ask(configMaps, { method: 'POST', body })).status).to.equal(201)
  })

  it('takes parameters from where its binding leads, as they stand', async () => {
    await hold(
      {
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
        matchConstraints: { resourceRules: [rule('secrets')] },
        validations: [{ expression: 'object.metadata.name.startsWith(params.data.prefix)' }],
      },
      { paramRef: { name: 'limits', parameterNotFoundAction: 'Deny' } },
    )
    const secrets = '/api/v1/namespaces/default/secrets'
    const secret = (name: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name } })
    const without = await post(secrets, secret('x'))
    expect(without.json.message).to.match(
      /with binding 'b' denied request: failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction$/,
    )
    await post(configMaps, configMap('limits', { prefix: 'a' }))
    expect((await post(secrets, secret('x'))).status).to.equal(422)
    expect((await post(secrets, secret('ax'))).status).to.equal(201)
  })

  it('asks the authorizer on behalf of whoever makes the request', async () => {
    await hold({
      validations: [
        { expression: "authorizer.group('').resource('nodes').check('delete').allowed()", message: 'not an operator' },
        { expression: "authorizer.requestResource.check('escalate').allowed()", message: 'may not escalate' },
      ],
    })
    expect((await post(configMaps, configMap('a'))).status).to.equal(201)
    await post('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
      metadata: { name: 'joe-edits' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'joe' }],
    })
    const refused = await server.user('joe').ask(configMaps, { method: 'POST', body: configMap('joes') })
    expect(refused.json.message).to.match(/denied request: not an operator$/)
  })

  it('sees deletions with the old object, and dry runs', async () => {
    await hold({
      matchConstraints: { resourceRules: [rule('configmaps', ['DELETE'])] },
      validations: [
        { expression: 'object == null && oldObject.data.keep != "yes"', message: 'it is kept' },
        { expression: 'request.operation == "DELETE" && request.name == oldObject.metadata.name' },
      ],
    })
    await post(configMaps, configMap('a', { keep: 'yes' }))
    const refused = await server.ask(`${configMaps}/a?dryRun=All`, { method: 'DELETE' })
    expect(refused.json.message).to.match(/denied request: it is kept$/)
    await server.ask(`${bindings}/b`, { method: 'DELETE' })
  })

  it('is shown objects in the version that its rules name', async () => {
    await hold({
      matchConstraints: { resourceRules: [{ ...rule('events'), apiGroups: ['events.k8s.io'], apiVersions: ['v1'] }] },
      validations: [{ expression: 'object.apiVersion == "v1"', messageExpression: 'string(object.apiVersion)' }],
    })
    const involvedObject = { kind: 'Pod', namespace: 'default', name: 'p' }
    const event = {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'e' },
      involvedObject,
      reason: 'X',
      type: 'Normal',
    }
    const refused = await post('/api/v1/namespaces/default/events', event)
    expect(refused.json.message).to.match(/denied request: events.k8s.io\/v1$/)
  })

  it('is not asked about policies and bindings', async () => {
    await hold({
      matchConstraints: { resourceRules: [{ ...rule('*', ['*']), apiGroups: ['*'] }] },
      validations: [{ expression: 'false' }],
    })
    expect((await post(policies, policy('q', { validations: [{ expression: 'true' }] }))).status).to.equal(201)
    expect((await post(configMaps, configMap('a'))).status).to.equal(422)
    const review = await post('/apis/authentication.k8s.io/v1/selfsubjectreviews', {})
    expect(review.status).to.equal(201)
    expect(review.json.kind).to.equal('SelfSubjectReview')
    expect((await server.ask(`${bindings}/b`, { method: 'DELETE' })).status).to.equal(200)
  })

  it('says what failed in the order of its validations, and that null and texts have no members', async () => {
    await hold({
      validations: [
        { expression: 'object.metadata.name != "a"', message: 'not a' },
        { expression: 'object.data.n.x == "y"' },
      ],
    })
    const first = await post(configMaps, configMap('a', { n: '1' }))
    expect(first.json.message).to.match(/denied request: not a$/)
    const second = await post(configMaps, configMap('b', { n: '1' }))
    expect(second.json.message).to.match(/resulted in error: no such key: x$/)
  })

  it('sees what is done to pods beside their state', async () => {
    await hold({
      matchConstraints: { resourceRules: [rule('pods/*', ['*'])] },
      validations: [{ expression: 'false', messageExpression: 'request.operation + " " + request.subResource' }],
    })
    const containers = [{ name: 'a', image: 'b' }]
    const pods = '/api/v1/namespaces/default/pods'
    await post(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers } })
    const exec = await server.ask(`${pods}/p/exec?command=x&stdout=true`, { method: 'POST' })
    expect(exec.json.message).to.match(/denied request: CONNECT exec$/)
    const eviction = await post(`${pods}/p/eviction`, { metadata: { name: 'p' } })
    expect(eviction.json.message).to.match(/denied request: CREATE eviction$/)
    const binding = await post(`${pods}/p/binding`, { metadata: { name: 'p' }, target: { kind: 'Node', name: 'n' } })
    expect(binding.json.message).to.match(/denied request: CREATE binding$/)
  })

  it('tells in its status what its expressions would fail at with the kinds that it names', async () => {
    const made = await post(
      policies,
      policy('typed', {
        matchConstraints: { resourceRules: [{ ...rule('deployments', ['*'], 'apps'), apiVersions: ['v1'] }] },
        variables: [{ name: 'most', expression: 'object.spec.replicas' }],
        validations: [
          { expression: 'variables.most > "1"', messageExpression: "'was ' + object.spec.replica" },
          { expression: 'object.spec.template.spec.containers.all(c, c.image.startsWith("x"))' },
        ],
      }),
    )
    expect(made.status, made.text).to.equal(201)
    const { observedGeneration, typeChecking } = made.json.status
    expect(observedGeneration).to.equal(1)
    const [first, second, ...others] = typeChecking.expressionWarnings
    expect(others).to.deep.equal([])
    expect(first.fieldRef).to.equal('spec.validations[0].expression')
    expect(first.warning).to.match(
      /^apps\/v1, Kind=Deployment: compilation failed: ERROR: .*found no matching overload/,
    )
    expect(second.fieldRef).to.equal('spec.validations[0].messageExpression')
    expect(second.warning).to.contain("undefined field 'replica'")
    const mended = await server.ask(`${policies}/typed`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { spec: { validations: [{ expression: 'variables.most > 1' }] } },
    })
    expect(mended.json.status).to.deep.equal({ observedGeneration: 2, typeChecking: {} })
  })

  it('stops expressions that cost too much', async () => {
    const list = `[${Array.from({ length: 60 }, (_, at) => at).join(',')}]`
    const dear = `${list}.all(a, ${list}.all(b, ${list}.all(c, ${list}.all(d, a + b + c + d >= 0))))`
    await hold({ validations: [{ expression: dear }] })
    const refused = await post(configMaps, configMap('a'))
    expect(refused.json.message).to.match(/resulted in error: operation cancelled: actual cost limit exceeded$/)
  })

  it('lets others go on while it judges what costs much, whoever asks', async () => {
    const dear = 'object.data.all(a, object.data.all(b, object.data.all(c, a != b || b != c || true)))'
    await hold({ validations: [{ expression: `!has(object.data) || object.data.size() < 3 || ${dear}` }] })
    const data = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`key-${at}`, '']))
    expect((await post(configMaps, configMap('small', { a: '1' }))).status).to.equal(201)
    let judged = false
    const judging = post(configMaps, configMap('large', data)).finally(() => (judged = true))
    let answered = 0
    while (!judged) {
      expect((await server.ask(`${configMaps}/small`)).status).to.equal(200)
      answered++
    }
    expect(answered).to.be.above(3)
    const { status, json } = await judging
    expect(status).to.equal(422)
    expect(json.message).to.include('resulted in error: operation cancelled: actual cost limit exceeded')
  })
})
