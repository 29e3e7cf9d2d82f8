import { expect } from 'chai'
import type { Pod } from '../shapes/index.js'
import { securityOf } from './security.js'

const pod: Pod = {
  metadata: { name: 'web', namespace: 'shop', uid: 'u' },
  spec: { containers: [], securityContext: { runAsNonRoot: true } },
}
const refusal = (imageUser: string, runAsUser?: number) => {
  try {
    securityOf(pod, { name: 'app', securityContext: runAsUser === undefined ? {} : { runAsUser } }, imageUser)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

describe('runAsNonRoot', () => {
  it('is content with a number other than 0, of the pod or of the image', () => {
    expect(refusal('65532')).to.equal(undefined)
    expect(refusal('', 1000)).to.equal(undefined)
    expect(refusal('root', 1000)).to.equal(undefined)
  })

  it('refuses root, and a name of which nobody can know', () => {
    expect(refusal('65532', 0)).to.contain('runAsUser breaks non-root policy (pod: "web_shop(u)", container: app)')
    for (const root of ['', '0', '00']) expect(refusal(root), root).to.contain('image will run as root')
    expect(refusal('app')).to.contain('non-numeric user (app)')
  })
})
