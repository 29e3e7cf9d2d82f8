import { expect } from 'chai'
import type { StatusError } from '../meta/index.js'
import { replicasOf, scaleOf, setReplicas } from './scale-object.js'

const paths = {
  specReplicasPath: 'spec.replicas',
  statusReplicasPath: 'status.replicas',
  labelSelectorPath: 'spec.selector',
}
const metadata = { name: 'web', namespace: 'default', uid: 'u', resourceVersion: '7', creationTimestamp: 't' }

describe('a Scale', () => {
  it('shows replicas, wanted and there, and the selector as text', () => {
    const object = {
      metadata: { ...metadata, labels: { a: 'b' } },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'x', operator: 'Exists' }] },
      },
      status: { replicas: 2 },
    }
    expect(scaleOf(object, paths)).to.deep.equal({
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata,
      spec: { replicas: 3 },
      status: { replicas: 2, selector: 'app=web,x' },
    })
  })

  it('reads a selector that is a plain map or a text', () => {
    const of = (selector: unknown) => scaleOf({ metadata, spec: { selector } }, paths).status
    expect(of({ app: 'web', tier: 'a' })).to.deep.equal({ replicas: 0, selector: 'app=web,tier=a' })
    expect(of('app in (a,b)')).to.deep.equal({ replicas: 0, selector: 'app in (a,b)' })
    expect(of(undefined)).to.deep.equal({ replicas: 0 })
  })

  it('sets replicas where they stand, making what is missing on the way', () => {
    const object = { metadata }
    setReplicas(object, { ...paths, specReplicasPath: 'spec.deep.count' }, 4)
    expect(object).to.deep.equal({ metadata, spec: { deep: { count: 4 } } })
  })

  it('refuses replicas that can not be, other kinds and other names', () => {
    expect(
      replicasOf({ metadata: { name: 'web' }, spec: { replicas: -1 } } as never, 'web', { anyNumber: true }),
    ).to.equal(-1)
    const refused = (scale: object, code: number) => {
      try {
        replicasOf({ metadata: { name: 'web' }, ...scale }, 'web')
      } catch (error) {
        expect((error as StatusError).code).to.equal(code)
        return
      }
      throw new Error('was not refused')
    }
    expect(replicasOf({ metadata: { name: 'web' } }, 'web')).to.equal(0)
    refused({ spec: { replicas: -1 } }, 422)
    refused({ spec: { replicas: 1.5 } }, 400)
    refused({ spec: { replicas: '3' } }, 400)
    refused({ metadata: {} }, 400)
    refused({ kind: 'Other' }, 400)
    refused({ metadata: { name: 'other' } }, 400)
  })
})
