/** Offences of what may change of a pod: by anybody, in its status, by a resize, by added containers. */
import { expect } from 'chai'
import type { KindContext } from '../../core/registry/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { offencesOfChanges } from '../../test/kit/offences.js'
import { podKind } from './pod.js'

type Members = Readonly<Record<string, unknown>>

const container = { name: 'c', image: 'i' }
const toleration = { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }
const spec = (more: Members = {}) => ({ spec: { containers: [container], ...more } })
const gates = [{ name: 'g' }]
const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const terms = (...values: string[]) => [{ matchExpressions: values.map((key) => ({ key, operator: 'Exists' })) }]
const wish = (nodeSelectorTerms: unknown) => ({ affinity: { nodeAffinity: { [must]: { nodeSelectorTerms } } } })
const wished = `spec.affinity.nodeAffinity.${must}.nodeSelectorTerms`
const annotated = (annotations: Members, more: Members = {}) => ({ metadata: { annotations }, ...spec(more) })

describe('changes of pods', () => {
  offencesOfChanges('pods', [
    [spec(), spec({ containers: [{ ...container, image: 'j' }], activeDeadlineSeconds: 9 })],
    [
      spec(),
      spec({ containers: [{ ...container, image: ' j' }] }),
      'spec.containers[0].image Invalid',
      'spec Forbidden',
    ],
    [spec(), spec({ containers: [container, { ...container, name: 'd' }] }), 'spec.containers Forbidden'],
    [spec(), spec({ initContainers: [{ ...container, name: 'd' }] }), 'spec.initContainers Forbidden'],
    [spec(), spec({ nodeName: 'n' }), 'spec Forbidden'],
    [spec(), spec({ containers: [{ ...container, command: ['x'] }] }), 'spec Forbidden'],
    [spec({ activeDeadlineSeconds: 9 }), spec({ activeDeadlineSeconds: 10 }), 'spec.activeDeadlineSeconds Invalid'],
    [spec({ activeDeadlineSeconds: 9 }), spec(), 'spec.activeDeadlineSeconds Invalid'],
    [
      spec({ tolerations: [toleration] }),
      spec({ tolerations: [{ ...toleration, tolerationSeconds: 9 }, { operator: 'Exists' }] }),
    ],
    [spec({ tolerations: [toleration] }), spec({ tolerations: [] }), 'spec.tolerations Forbidden'],
    [spec({ schedulingGates: gates }), spec({ nodeSelector: { a: 'b' }, ...wish(terms('x')) })],
    [spec(), spec({ schedulingGates: gates }), 'spec.schedulingGates[0].name Forbidden'],
    [spec(), spec({ nodeSelector: { a: 'b' } }), 'spec Forbidden'],
    [
      spec({ schedulingGates: gates, nodeSelector: { a: 'b' } }),
      spec({ schedulingGates: gates, nodeSelector: { a: 'c' } }),
      'spec.nodeSelector Invalid',
    ],
    [spec({ schedulingGates: gates, ...wish(terms('x')) }), spec({ schedulingGates: gates, ...wish(terms('x', 'y')) })],
    [
      spec({ schedulingGates: gates, ...wish(terms('x')) }),
      spec({ schedulingGates: gates, ...wish(terms('y')) }),
      `${wished}[0] Invalid`,
    ],
    [
      spec({ schedulingGates: gates, ...wish(terms('x')) }),
      spec({ schedulingGates: gates, ...wish([...terms('x'), ...terms('y')]) }),
      `${wished} Invalid`,
    ],
    [
      spec({ schedulingGates: gates, ...wish([{}]) }),
      spec({ schedulingGates: gates, ...wish(terms('x')) }),
      `${wished}[0] Invalid`,
    ],
    [
      annotated({ 'kubernetes.io/config.mirror': 'x' }, { nodeName: 'n' }),
      { metadata: { annotations: {} } },
      'metadata.annotations[kubernetes.io/config.mirror] Forbidden',
    ],
    [
      spec(),
      annotated({ 'controller.kubernetes.io/pod-deletion-cost': '1.5' }),
      'metadata.annotations[controller.kubernetes.io/pod-deletion-cost] Invalid',
    ],
  ])

  const ended = [{ ...status('c'), state: { terminated: { exitCode: 1 } } }]
  offencesOfChanges(
    'pods',
    [
      [
        spec(),
        { status: { phase: 'Running', podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }], containerStatuses: ended } },
      ],
      [spec(), { status: { qosClass: 'Guaranteed' } }, 'status.qosClass Invalid'],
      [spec(), { status: { nominatedNodeName: 'A' } }, 'status.nominatedNodeName Invalid'],
      [spec({ nodeName: 'n' }), { status: { nominatedNodeName: 'm' } }, 'status.nominatedNodeName Forbidden'],
      [spec(), { status: { conditions: [{ type: 'a b', status: 'True' }] } }, 'status.conditions[0].Type Invalid'],
      [spec(), { status: { podIP: '1.1.1', podIPs: [{ ip: '1.1.1' }] } }, 'status.podIPs[0] Invalid'],
      [
        spec(),
        { status: { podIP: '1.1.1.1', podIPs: [{ ip: '1.1.1.1' }, { ip: '1.1.1.2' }] } },
        'status.podIPs Invalid',
      ],
      [spec(), { status: { hostIP: '1.1.1.1', hostIPs: [{ ip: '1.1.1.2' }] } }, 'status.hostIPs[0].ip Invalid'],
      [spec(), { status: { resourceClaimStatuses: [{ name: 'x' }] } }, 'status.resourceClaimStatuses[0].name Invalid'],
    ],
    { subresource: 'status' },
  )
})

function status(name: string) {
  return { name, ready: false, restartCount: 0, image: 'i', imageID: 'i' }
}

describe('changes of pods through subresources', () => {
  function wrong(subresource: string, before: Members, after: Members): string[] {
    const context = { operation: subresource === 'status' ? 'statusUpdate' : 'update', subresource } as KindContext
    const whole = (more: Members) => ({ metadata: { name: 'p' }, ...more }) as unknown as KubeObject
    const causes = podKind.validate!(whole(after), whole(before), context)
    return causes.map(({ field, reason }) => `${field} ${reason?.replace('FieldValue', '')}`)
  }
  const asking = (requests: Members, limits?: Members) => ({
    containers: [{ ...container, resources: { requests, ...(limits ? { limits } : {}) } }],
  })
  const resize = (before: Members, after: Members) => wrong('resize', spec(before), spec(after))
  const one = { cpu: '1', memory: '1Gi' }

  it('a container that has ended for good does not run again', () => {
    const of = (restartPolicy: string, state: Members) => ({
      ...spec({ restartPolicy }),
      status: { containerStatuses: [{ ...status('c'), state }] },
    })
    const change = (policy: string, exitCode: number) =>
      wrong('status', of(policy, { terminated: { exitCode } }), of(policy, { running: {} }))
    expect(change('Never', 1)).to.deep.equal(['status.containerStatuses[0].state Forbidden'])
    expect(change('OnFailure', 0)).to.deep.equal(['status.containerStatuses[0].state Forbidden'])
    expect(change('OnFailure', 1)).to.deep.equal([])
    expect(change('Always', 0)).to.deep.equal([])
  })

  it('a resize of the whole pod takes away nothing, and leaves names, order and Windows alone', () => {
    const whole = (limits: Members) => ({ ...asking(one), resources: { limits, requests: one } })
    const at = 'spec.containers[0]'
    expect(resize(whole(one), whole({ cpu: '2', memory: '2Gi' }))).to.deep.equal(['spec Invalid'])
    expect(resize(whole({ cpu: '2' }), whole({ cpu: '3' }))).to.deep.equal([])
    expect(resize(whole({ cpu: '2' }), asking(one))).to.deep.equal(['spec.resources Forbidden'])
    expect(resize(whole({ cpu: '2' }), whole({}))).to.deep.equal(['spec.resources.limits Forbidden'])
    expect(resize(asking(one), asking(one, undefined))).to.deep.equal([])
    expect(resize(asking(one), { containers: [{ ...container, name: 'z' }] })).to.include(`${at}.name Forbidden`)
    expect(resize(asking(one), { containers: [] })).to.include('spec.containers Forbidden')
    const os = { os: { name: 'windows' } }
    expect(resize({ ...asking(one), ...os }, { ...asking({ ...one, cpu: '2' }), ...os })).to.deep.equal([
      '[] Forbidden',
    ])
  })

  it('reports speak of what the pod asks for', () => {
    const asks = { containers: [{ ...container, resources: { requests: { 'e.x/a': '1' }, claims: [{ name: 'd' }] } }] }
    const list = 'status.containerStatuses[0]'
    const say = (reported: Members) => wrong('status', { ...spec(asks) }, { ...spec(asks), status: reported })
    const of = (more: Members) => ({ containerStatuses: [{ ...status('c'), ...more }] })
    const held = (name: string, health = 'Healthy') =>
      of({ allocatedResourcesStatus: [{ name, resources: [{ resourceID: 'r', health }] }] })
    expect(say(held('e.x/a'))).to.deep.equal([])
    expect(say(held('claim:d'))).to.deep.equal([])
    expect(say(held('claim:e'))).to.deep.equal([`${list}.allocatedResourcesStatus[0].name Invalid`])
    expect(say(held('e.x/a', 'x'))).to.deep.equal([
      `${list}.allocatedResourcesStatus[0].resources[0].health NotSupported`,
    ])
    expect(say(of({ user: { linux: { uid: -1, gid: 0 } } }))).to.deep.equal([`${list}.user.linux.uid Invalid`])
    const extended = 'status.extendedResourceClaimStatus'
    const mapped = { containerName: 'c', resourceName: 'e.x/b', requestName: 'r' }
    expect(say({ extendedResourceClaimStatus: { resourceClaimName: 'x', requestMappings: null } })).to.deep.equal([
      `${extended}.requestMappings Required`,
    ])
    expect(say({ extendedResourceClaimStatus: { resourceClaimName: 'x', requestMappings: [mapped] } })).to.deep.equal([
      `${extended}.requestMappings[0].resourceName Invalid`,
    ])
    expect(say({ observedGeneration: -1 })).to.deep.equal(['status.observedGeneration Invalid'])
    expect(say({ podIPs: [{ ip: 'x' }, { ip: '::1' }] })).to.include('status.podIPs InternalError')
  })

  it('a resize changes cpu and memory, and nothing else', () => {
    expect(resize(asking(one), asking({ cpu: '2', memory: '2Gi' }))).to.deep.equal([])
    expect(resize(asking(one), asking({ cpu: '2' }))).to.deep.equal(['spec.containers[0].resources.requests Forbidden'])
    expect(resize(asking(one), { ...asking(one), hostname: 'h' })).to.deep.equal(['spec Forbidden'])
    expect(resize(asking(one), asking({ ...one, 'ephemeral-storage': '1' }))).to.deep.equal(['spec Forbidden'])
    expect(resize(asking(one), asking(one, one))).to.deep.equal(['spec Invalid'])
    expect(resize(asking(one, { cpu: '2' }), asking({ cpu: '3', memory: '1Gi' }, { cpu: '2' }))).to.deep.equal([
      'spec.containers[0].resources.requests Invalid',
    ])
  })

  it('containers are added to look into a pod, and stay as they are', () => {
    const looking = (...ephemeralContainers: Members[]) => spec({ ephemeralContainers })
    const a = { name: 'a', image: 'i' }
    const add = (before: Members, after: Members) => wrong('ephemeralcontainers', before, after)
    expect(add(spec(), looking({ ...a, targetContainerName: 'c' }))).to.deep.equal([])
    expect(add(spec(), looking({ ...a, name: 'c' }))).to.deep.equal(['spec.ephemeralContainers[0].name Duplicate'])
    expect(add(spec(), looking({ ...a, targetContainerName: 'x' }))).to.deep.equal([
      'spec.ephemeralContainers[0].targetContainerName NotFound',
    ])
    expect(add(spec(), looking({ ...a, ports: [{ containerPort: 1 }] }))).to.deep.equal([
      'spec.ephemeralContainers[0].ports Forbidden',
    ])
    expect(add(looking(a), spec())).to.deep.equal(['spec.ephemeralContainers Forbidden'])
    expect(add(looking(a), looking({ ...a, image: 'j' }))).to.deep.equal(['spec.ephemeralContainers Forbidden'])
    expect(add(spec(), { ...looking(a), ...spec({ hostname: 'h', ephemeralContainers: [a] }) })).to.deep.equal([
      'spec Forbidden',
    ])
  })
})
