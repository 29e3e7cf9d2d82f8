import { expect } from 'chai'
import fc from 'fast-check'
import { seededRandom } from '../../core/kit/index.js'
import { Chooser, nodesToFind } from './choose.js'
import { ClusterState } from './cluster-state.js'
import { fits, obstacles } from './filters.js'
import { NeedsReader } from './pod-needs.js'
import type { Node, Pod, Taint } from '../kit/kinds.js'

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const label = fc.constantFrom('ssd', 'disk')
const taint = fc.record({
  key: fc.constantFrom('a', 'b'),
  value: some(fc.constantFrom('x', 'y')),
  effect: fc.constantFrom('NoSchedule' as const, 'NoExecute' as const, 'PreferNoSchedule' as const),
})
const toleration = fc.record({
  key: some(fc.constantFrom('a', 'b')),
  operator: fc.constantFrom('Exists' as const, 'Equal' as const),
  value: some(fc.constantFrom('x', 'y')),
  effect: some(fc.constantFrom('NoSchedule' as const, 'NoExecute' as const)),
})
const nodeShape = fc.record({
  cpu: fc.integer({ min: 0, max: 8 }),
  memory: fc.integer({ min: 0, max: 8 }),
  pods: fc.integer({ min: 0, max: 5 }),
  disk: some(label),
  unschedulable: fc.boolean(),
  taints: fc.array(taint, { maxLength: 2 }),
})
const podShape = fc.record({
  cpu: some(fc.integer({ min: 0, max: 4 })),
  memory: some(fc.integer({ min: 0, max: 4 })),
  port: some(fc.constantFrom(80, 81)),
  ip: some(fc.constantFrom('10.0.0.1', '10.0.0.2')),
  disk: some(label),
  tolerations: fc.array(toleration, { maxLength: 2 }),
})
type Shape<A> = A extends fc.Arbitrary<infer T> ? T : never

function node(at: number, shape: Shape<typeof nodeShape>): Node {
  const { cpu, memory, pods, disk, unschedulable, taints } = shape
  return {
    metadata: { name: `n${at}`, labels: disk ? { disk } : {} },
    spec: { unschedulable, taints: taints as Taint[] },
    status: { allocatable: { cpu: String(cpu), memory: `${memory}Gi`, pods: String(pods) } },
  }
}

function pod(at: number, { cpu, memory, port, ip, disk, tolerations }: Shape<typeof podShape>): Pod {
  const requests = { ...(cpu === undefined ? {} : { cpu: String(cpu) }), ...(memory ? { memory: `${memory}Gi` } : {}) }
  const ports = port ? [{ containerPort: 1, hostPort: port, ...(ip ? { hostIP: ip } : {}) }] : []
  return {
    metadata: { name: `p${at}`, uid: `p${at}`, generation: 1 },
    spec: {
      containers: [{ name: 'main', resources: { requests }, ports }],
      tolerations: tolerations as Pod['spec']['tolerations'],
      ...(disk ? { nodeSelector: { disk } } : {}),
    },
  }
}

describe('choosing a node', () => {
  it('never gives away what a node has not, refuses nobody who fits, and always says why', () => {
    const scene = fc.record({
      nodes: fc.array(nodeShape, { minLength: 1, maxLength: 5 }),
      pods: fc.array(podShape, { maxLength: 15 }),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(scene, ({ nodes, pods, seed }) => {
        const reader = new NeedsReader()
        const cluster = new ClusterState(reader)
        const chooser = new Chooser(seededRandom(seed))
        for (const [at, shape] of nodes.entries()) cluster.putNode(node(at, shape))
        const placed: Pod[] = []
        for (const [at, shape] of pods.entries()) {
          const asking = pod(at, shape)
          const needs = reader.read(asking)
          const before = cluster.nodes.map((state) => fits(needs, state))
          for (const state of cluster.nodes) expect(obstacles(needs, state).length === 0).to.equal(fits(needs, state))
          const choice = chooser.choose(needs, cluster.nodes)
          expect('nodeName' in choice).to.equal(before.includes(true))
          if ('nodeName' in choice) {
            cluster.place(asking, choice.nodeName)
            placed.push(asking)
          } else expect(choice.message).to.match(/^0\/\d+ nodes are available: .+\.$/)
        }
        for (const { taken, allocatable, pods, mostPods } of cluster.nodes) {
          expect(taken.cpu).to.be.at.most(allocatable.cpu)
          expect(taken.memory).to.be.at.most(allocatable.memory)
          expect(pods).to.be.at.most(mostPods)
        }
        for (const { metadata } of placed) expect(cluster.displace(String(metadata.uid))).to.equal(true)
        for (const { taken, scored, pods } of cluster.nodes) {
          expect([taken.cpu, taken.memory, scored.cpu, scored.memory, pods]).to.deep.equal([0, 0, 0, 0, 0])
        }
      }),
    )
  })

  it('looks at all of a hundred nodes and at a share of many', () => {
    expect([3, 99, 100, 500, 1000, 5000, 10_000].map(nodesToFind)).to.deep.equal([3, 99, 100, 230, 420, 500, 500])
  })
})
