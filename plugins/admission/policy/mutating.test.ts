/** MutatingAdmissionPolicies through the front door. */
import { expect } from 'chai'
import { TestServer } from '../../../test/kit/server.js'

const root = '/apis/admissionregistration.k8s.io/v1'
const policies = `${root}/mutatingadmissionpolicies`
const bindings = `${root}/mutatingadmissionpolicybindings`
const configMaps = '/api/v1/namespaces/default/configmaps'
const deployments = '/apis/apps/v1/namespaces/default/deployments'

const rule = (resource: string, group = '', operations = ['CREATE', 'UPDATE']) => ({
  apiGroups: [group],
  apiVersions: ['*'],
  operations,
  resources: [resource],
})
const apply = (expression: string) => ({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } })
const patch = (expression: string) => ({ patchType: 'JSONPatch', jsonPatch: { expression } })
const policy = (name: string, mutations: readonly object[], spec: object = {}) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicy',
  metadata: { name },
  spec: {
    matchConstraints: { resourceRules: [rule('configmaps'), rule('deployments', 'apps')] },
    reinvocationPolicy: 'Never',
    mutations,
    ...spec,
  },
})
const binding = (policyName: string, spec: object = {}) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingAdmissionPolicyBinding',
  metadata: { name: `${policyName}-b` },
  spec: { policyName, ...spec },
})
const configMap = (name: string, data: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
})
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'd' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: {
      metadata: { labels: { a: 'b' } },
      spec: { containers: [{ name: 'main', image: 'x', args: ['1'] }] },
    },
  },
}

describe('a MutatingAdmissionPolicy', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  afterEach(async () => {
    for (const path of [bindings, policies, configMaps, deployments]) await server.ask(path, { method: 'DELETE' })
  })

  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
  async function hold(
    name: string,
    mutations: readonly object[],
    spec: object = {},
    bound: object = {},
  ): Promise<void> {
    const made = await post(policies, policy(name, mutations, spec))
    expect(made.status, made.text).to.equal(201)
    const held = await post(bindings, binding(name, bound))
    expect(held.status, held.text).to.equal(201)
  }

  it('lays a configuration over the object, merging lists by their keys', async () => {
    await hold(
      'p',
      [
        apply(`Object{
        metadata: Object.metadata{labels: {"team": object.metadata.name + "-team"}},
        spec: Object.spec{replicas: 3, template: Object.spec.template{spec: Object.spec.template.spec{
          containers: [Object.spec.template.spec.containers{name: "side", image: "y"}]
        }}}
      }`),
      ],
      { matchConstraints: { resourceRules: [rule('deployments', 'apps')] } },
    )
    const made = await post(deployments, deployment)
    expect(made.status, made.text).to.equal(201)
    expect(made.json.metadata.labels).to.deep.equal({ team: 'd-team' })
    expect(made.json.spec.replicas).to.equal(3)
    const { containers } = made.json.spec.template.spec
    expect(containers.map(({ name }: { name: string }) => name).sort()).to.deep.equal(['main', 'side'])
    expect(containers.every(({ imagePullPolicy }: { imagePullPolicy: string }) => imagePullPolicy)).to.equal(true)
  })

  it('applies JSON patches, with conditions as ternaries and tests', async () => {
    await hold(
      'p',
      [
        patch(`[
        JSONPatch{op: "test", path: "/data/n", value: "1"},
        JSONPatch{op: "add", path: "/metadata/labels", value: {}},
        JSONPatch{op: "add", path: "/metadata/labels/" + jsonpatch.escapeKey("ex.io/n"), value: object.data.n}
      ]`),
        patch('has(object.metadata.labels) ? [JSONPatch{op: "replace", path: "/data/n", value: "2"}] : []'),
      ],
      { matchConstraints: { resourceRules: [rule('configmaps')] } },
    )
    const made = await post(configMaps, configMap('a', { n: '1' }))
    expect(made.status, made.text).to.equal(201)
    expect(made.json.metadata.labels).to.deep.equal({ 'ex.io/n': '1' })
    expect(made.json.data).to.deep.equal({ n: '2' })
    const other = await post(configMaps, configMap('b', { n: '5' }))
    expect(other.json.data, other.text).to.deep.equal({ n: '5' })
  })

  it('takes parameters and variables, and looks at updates and patches too', async () => {
    await post(configMaps, configMap('values', { colour: 'blue' }))
    await hold(
      'p',
      [apply('Object{data: {"colour": variables.colour}}')],
      {
        matchConstraints: { resourceRules: [rule('configmaps')] },
        matchConditions: [{ name: 'others', expression: 'object.metadata.name != "values"' }],
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
        variables: [{ name: 'colour', expression: 'string(params.data.colour)' }],
      },
      { paramRef: { name: 'values', parameterNotFoundAction: 'Deny' } },
    )
    const made = await post(configMaps, configMap('a', {}))
    expect(made.json.data).to.deep.equal({ colour: 'blue' })
    const patched = await server.ask(`${configMaps}/a`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { data: { colour: 'red', n: '1' } },
    })
    expect(patched.json.data).to.deep.equal({ colour: 'blue', n: '1' })
  })

  it('is asked again after others, where it wants to be', async () => {
    const one = { matchConstraints: { resourceRules: [rule('configmaps')] } }
    const count = patch(
      '[JSONPatch{op: "add", path: "/data/" + (has(object.data.seen) ? "again" : "first"), value: "x"}]',
    )
    await hold('a', [count], { ...one, reinvocationPolicy: 'IfNeeded' })
    await hold('b', [patch('[JSONPatch{op: "add", path: "/data/seen", value: "x"}]')], one)
    const made = await post(configMaps, configMap('c', { n: '1' }))
    expect(made.json.data).to.deep.equal({ n: '1', first: 'x', seen: 'x', again: 'x' })
  })

  it('refuses, in the words that clients know, what it can not do; unless failures are ignored', async () => {
    const spec = { matchConstraints: { resourceRules: [rule('deployments', 'apps')] } }
    const atomic = `Object{spec: Object.spec{template: Object.spec.template{spec: Object.spec.template.spec{
      containers: [Object.spec.template.spec.containers{name: "main", args: ["2"]}]}}}}`
    await hold('p', [apply(atomic)], spec)
    const refused = await post(deployments, deployment)
    expect(refused.status).to.equal(403)
    expect(refused.json.reason).to.equal('Invalid')
    expect(refused.json.message).to.equal(
      "policy 'p' with binding 'p-b' denied request: error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: .spec.template.spec.containers[0].args",
    )
    await hold('q', [apply('Object{spec: Object.wrong{}}')], spec)
    const both = await post(deployments, deployment)
    expect(both.json.details.causes[1].message).to.equal(
      `policy 'q' with binding 'q-b' denied request: type mismatch: the type here is called by its place, "Object.spec", not "Object.wrong"`,
    )
    for (const name of ['p', 'q'])
      await server.ask(`${policies}/${name}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: { spec: { failurePolicy: 'Ignore' } },
      })
    expect((await post(deployments, deployment)).status).to.equal(201)
  })

  it('is refused itself when its mutations can not be what they must', async () => {
    const refusal = async (mutation: object) => {
      const answer = await post(policies, policy('x', [mutation]))
      expect(answer.status).to.equal(422)
      return answer.json.details.causes.map(({ field, message }: Record<string, string>) => `${field} ${message}`)[0]
    }
    expect(await refusal(apply('1'))).to.match(
      /^spec.mutations\[0\].applyConfiguration.expression .*must evaluate to Object but got int$/,
    )
    expect(await refusal(patch('[1]'))).to.match(
      /^spec.mutations\[0\].jsonPatch.expression .*must evaluate to list\(JSONPatch\) but got list\(int\)$/,
    )
    expect(await refusal(patch('[JSONPatch{verb: "add"}]'))).to.contain("undefined field 'verb'")
    expect(await refusal(apply('Other{}'))).to.contain("undeclared reference to 'Other'")
  })

  it('changes people’s own kinds by their schema', async () => {
    const definition = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'things.ex.io' },
      spec: {
        group: 'ex.io',
        scope: 'Namespaced',
        names: { plural: 'things', kind: 'Thing' },
        versions: ['v1', 'v2'].map((name) => ({
          name,
          served: true,
          storage: name === 'v1',
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: { type: 'object', properties: { n: { type: 'integer' }, by: { type: 'string', default: 'us' } } },
              },
            },
          },
        })),
      },
    }
    await post('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition)
    await hold('p', [apply('Object{spec: Object.spec{n: object.spec.n + 1}}')], {
      matchConstraints: { resourceRules: [{ ...rule('things', 'ex.io'), apiVersions: ['v2'] }] },
    })
    const thing = { apiVersion: 'ex.io/v1', kind: 'Thing', metadata: { name: 'a' }, spec: { n: 1 } }
    const made = await post('/apis/ex.io/v1/namespaces/default/things', thing)
    expect(made.json.spec).to.deep.equal({ n: 2, by: 'us' })
  })
})
