import { expect } from 'chai'
import type { KubeObject } from '../../../core/meta/index.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'
import { type EnvSources, environmentOf } from './env.js'
import { expand } from './expand.js'
import { pullAuthOf } from './pull-auth.js'

const pod: Pod = {
  metadata: { name: 'web', namespace: 'shop', uid: 'u', labels: { app: 'x' } },
  spec: { nodeName: 'n1', containers: [{ name: 'app', resources: { limits: { cpu: '1500m', memory: '1Gi' } } }] },
}
const settings = {
  kind: 'ConfigMap',
  metadata: {},
  data: { colour: 'blue', size: 'L' },
  binaryData: { picture: 'AAEC' },
} as KubeObject
const keys = { kind: 'Secret', metadata: {}, data: { key: Buffer.from('s3cret').toString('base64') } } as KubeObject
const sources: EnvSources = {
  facts: { pod, hostIPs: ['10.0.0.1'], podIPs: ['10.88.0.2'], allocatable: { cpu: '4', memory: '8Gi' } },
  services: async () => ({ KUBERNETES_SERVICE_HOST: '10.0.0.1' }),
  configMap: async (name) => (name === 'settings' ? settings : undefined),
  secret: async (name) => (name === 'keys' ? keys : undefined),
}
const envOf = async (spec: Partial<ContainerSpec>) =>
  Object.fromEntries(await environmentOf({ ...(pod.spec.containers[0] as ContainerSpec), ...spec }, sources))

describe("a container's environment", () => {
  it('takes whole objects, single keys, fields and resources', async () => {
    const env = await envOf({
      envFrom: [{ configMapRef: { name: 'settings' }, prefix: 'S_' }],
      env: [
        { name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'key' } } },
        { name: 'NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'APP', valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } },
        { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        { name: 'CPUS', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
        { name: 'MEM', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
        { name: 'S_size', value: 'XL' },
      ],
    })
    expect(env).to.deep.equal({
      KUBERNETES_SERVICE_HOST: '10.0.0.1',
      S_colour: 'blue',
      S_size: 'XL',
      KEY: 's3cret',
      NAME: 'web',
      APP: 'x',
      IP: '10.88.0.2',
      CPUS: '2',
      MEM: '1024',
    })
  })

  it('expands earlier names, keeps unknown ones, and knows $$', async () => {
    const env = await envOf({
      env: [
        { name: 'A', value: 'one' },
        { name: 'B', value: '$(A)-$(NOPE)-$$(A)-$(KUBERNETES_SERVICE_HOST)' },
      ],
    })
    expect(env['B']).to.equal('one-$(NOPE)-$(A)-10.0.0.1')
    expect(expand('$$$(A)$', new Map([['A', 'x']]))).to.equal('$x$')
  })

  it('says what is missing, unless it is optional', async () => {
    const missing = (valueFrom: object) =>
      envOf({ env: [{ name: 'X', valueFrom }] }).catch((error: Error) => error.message)
    expect(await missing({ configMapKeyRef: { name: 'nope', key: 'a' } })).to.equal('configmap "nope" not found')
    expect(await missing({ configMapKeyRef: { name: 'settings', key: 'picture' } })).to.contain('find key picture')
    expect(await missing({ secretKeyRef: { name: 'keys', key: 'a' } })).to.equal(
      "couldn't find key a in Secret shop/keys",
    )
    expect(await missing({ secretKeyRef: { name: 'nope', key: 'a', optional: true } })).to.not.have.property('X')
  })
})

describe('pull secrets', () => {
  const config = (auths: object): KubeObject => ({
    kind: 'Secret',
    metadata: {},
    data: { '.dockerconfigjson': Buffer.from(JSON.stringify({ auths })).toString('base64') },
  })
  it("fit by the image's registry", () => {
    const auth = Buffer.from('me:pass:word').toString('base64')
    const secrets = [config({ 'other.io': { auth } }), config({ 'https://reg.io:5000/v1/': { auth } })]
    expect(pullAuthOf('reg.io:5000/a/b:1', secrets)).to.deep.equal({ username: 'me', password: 'pass:word' })
    expect(pullAuthOf('nginx', secrets)).to.equal(undefined)
    expect(
      pullAuthOf('nginx', [config({ 'https://index.docker.io/v1/': { username: 'u', password: 'p' } })]),
    ).to.deep.equal({
      username: 'u',
      password: 'p',
    })
  })
})
