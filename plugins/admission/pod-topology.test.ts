import { expect } from 'chai'
import type { AdmissionContext, AdmissionRequest } from '../../core/admission/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { podTopology } from './pod-topology.js'

const zone = 'topology.kubernetes.io/zone'
const region = 'topology.kubernetes.io/region'

describe('pods that are made for a node', () => {
  const node = { metadata: { name: 'n', labels: { [zone]: 'east', [region]: 'r', other: 'x' } } }
  const view = { get: (_: string, name: string) => (name === 'n' ? node : undefined) }
  const context = { view: () => view } as unknown as AdmissionContext

  function labelsOf(nodeName: string | undefined): KubeObject['metadata']['labels'] {
    const object = { metadata: { labels: { [zone]: 'mine' } }, spec: { ...(nodeName && { nodeName }) } }
    const asked = { operation: 'CREATE', group: '', plural: 'pods', subresource: '', object }
    const request = asked as unknown as AdmissionRequest
    if (podTopology.admits(request)) podTopology.mutate?.(request, context)
    return request.object?.metadata.labels
  }

  it('learn where it is, whatever they say; others say what they like', () => {
    expect(labelsOf('n')).to.deep.equal({ [zone]: 'east', [region]: 'r' })
    expect(labelsOf('gone')).to.deep.equal({ [zone]: 'mine' })
    expect(labelsOf(undefined)).to.deep.equal({ [zone]: 'mine' })
  })
})
