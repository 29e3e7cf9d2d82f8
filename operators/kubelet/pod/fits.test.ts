import { expect } from 'chai'
import type { ContainerSpec, Pod } from '../shapes/index.js'
import { conflictFor, lackFor, requestOf } from './fits.js'

const asks = (cpu: string, more: Partial<ContainerSpec> = {}): ContainerSpec => ({
  name: 'c',
  resources: { requests: { cpu, memory: '1Gi' } },
  ...more,
})
const pod = (containers: ContainerSpec[], initContainers: ContainerSpec[] = []): Pod => ({
  metadata: { name: 'p' },
  spec: { containers, initContainers },
})
const node = { cpu: '2', memory: '4Gi', pods: '3' }

describe('room on a node', () => {
  it('counts containers and sidecars together, or the largest step before them', () => {
    const sidecar = asks('200m', { restartPolicy: 'Always' })
    expect(requestOf(pod([asks('500m'), asks('250m')], [sidecar, asks('600m')]), 'cpu')).to.equal(950)
    expect(requestOf(pod([asks('100m')], [sidecar, asks('1')]), 'cpu')).to.equal(1200)
  })

  it('is there until one of cpu, memory and pods runs out', () => {
    expect(lackFor(pod([asks('1')]), [pod([asks('1')])], node)).to.equal(undefined)
    expect(lackFor(pod([asks('1500m')]), [pod([asks('1')])], node)?.message).to.contain(
      'cpu, requested: 1500, used: 1000, capacity: 2000',
    )
    const small = pod([{ name: 'c' }])
    expect(lackFor(small, [small, small, small], node)?.reason).to.equal('OutOfpods')
    expect(lackFor(small, [pod([asks('2')]), small], node)).to.equal(undefined)
  })

  it('is not there for a port of the node that another pod holds, on the same address or on all', () => {
    const claims = (hostPort: number, hostIP?: string) =>
      pod([{ name: 'c', ports: [{ containerPort: 80, hostPort, ...(hostIP ? { hostIP } : {}) }] }])
    expect(conflictFor(claims(8080), [claims(8080)])).to.deep.equal({
      reason: 'NodePorts',
      message:
        "Pod was rejected: Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports",
    })
    expect(conflictFor(claims(8080, '127.0.0.1'), [claims(8080)])?.reason).to.equal('NodePorts')
    expect(conflictFor(claims(8080, '127.0.0.1'), [claims(8080, '127.0.0.2'), claims(8081)])).to.equal(undefined)
    expect(conflictFor(pod([asks('1')]), [claims(8080)])).to.equal(undefined)
  })
})
