import { expect } from 'chai'
import type { PodSpec } from '../shapes/index.js'
import { payloadOf } from './payload.js'

/** Whose a projected token is. */
async function tokenIn(spec: Partial<PodSpec>, canGive = true) {
  const pod = { metadata: {}, spec: { containers: [{ name: 'app' }], ...spec } }
  const volume = { name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } }
  const payload = await payloadOf(volume, {
    facts: { pod, hostIPs: [], podIPs: [], allocatable: {} },
    canGive,
    configMap: async () => undefined,
    secret: async () => undefined,
    token: async () => 'secret',
  })
  const { mode, uid } = payload!.get('token')!
  return { mode: mode.toString(8), uid }
}

describe('a projected token', () => {
  it('is for the one user that all containers run as', async () => {
    expect(await tokenIn({ securityContext: { runAsUser: 1000 } })).to.deep.equal({ mode: '600', uid: 1000 })
    const containers = [{ name: 'app', securityContext: { runAsUser: 7 } }]
    expect(await tokenIn({ containers, securityContext: { runAsUser: 1000 } })).to.deep.equal({ mode: '600', uid: 7 })
  })

  it("is for the pod's group, when it has one", async () => {
    expect(await tokenIn({ securityContext: { fsGroup: 5 } })).to.deep.equal({ mode: '600', uid: undefined })
  })

  it('can be read by everybody when it is not known who will, or it can be given to nobody', async () => {
    const containers = [{ name: 'a', securityContext: { runAsUser: 7 } }, { name: 'b' }]
    const forAll = { mode: '644', uid: undefined }
    expect(await tokenIn({ containers })).to.deep.equal(forAll)
    expect(await tokenIn({ securityContext: { runAsUser: 1000 } }, false)).to.deep.equal(forAll)
  })
})
