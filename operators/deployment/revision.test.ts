import { expect } from 'chai'
import { Deployment, type ReplicaSet } from '../kit/kinds.js'
import { revisionAnnotations, revisionKey, revisionOf } from './revision.js'

const setOf = (revision?: string) =>
  ({ metadata: { annotations: revision === undefined ? {} : { [revisionKey]: revision } } }) as unknown as ReplicaSet

describe('revisions', () => {
  it('are whole numbers of 64 bits, and none where there is no number', () => {
    expect(revisionOf(setOf('3546343826724305832')) + 1n).to.equal(3546343826724305833n)
    expect([revisionOf(setOf()), revisionOf(setOf('x')), revisionOf(setOf('1.5'))]).to.deep.equal([0n, 0n, 0n])
  })

  it('go up exactly, and note the one before', () => {
    const deployment = { metadata: {}, kind: Deployment.kind } as unknown as Deployment
    const annotations = revisionAnnotations(deployment, { [revisionKey]: '7' }, 3546343826724305833n)
    expect(annotations[revisionKey]).to.equal('3546343826724305833')
    expect(annotations['deployment.kubernetes.io/revision-history']).to.equal('7')
  })
})
