/** The status of a pod that runs at once, pure. */
import { timestamp } from '../../core/meta/index.js'
import type { FakePod } from './kinds.js'

export function runningStatus(
  pod: FakePod,
  at: { readonly now: number; readonly ip: string; readonly hostIP: string },
) {
  const time = timestamp(at.now)
  const own = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady']
  const others = (pod.status?.conditions ?? []).filter(({ type }) => !own.includes(type))
  const status = (container: { name: string; image?: string }, state: object) => ({
    name: container.name,
    state,
    lastState: {},
    ready: true,
    restartCount: 0,
    image: container.image ?? '',
    imageID: container.image ?? '',
    containerID: `fake://${pod.metadata.uid}-${container.name}`,
    started: true,
  })
  const done = { terminated: { exitCode: 0, reason: 'Completed', startedAt: time, finishedAt: time } }
  const inits = pod.spec.initContainers?.map((one) =>
    status(one, one.restartPolicy === 'Always' ? { running: { startedAt: time } } : done),
  )
  return {
    phase: 'Running',
    conditions: [
      ...own.map((type) => ({ type, status: 'True', lastProbeTime: null, lastTransitionTime: time })),
      ...others,
    ],
    hostIP: at.hostIP,
    hostIPs: [{ ip: at.hostIP }],
    podIP: at.ip,
    podIPs: [{ ip: at.ip }],
    startTime: time,
    ...(inits?.length ? { initContainerStatuses: inits } : {}),
    containerStatuses: pod.spec.containers.map((one) => status(one, { running: { startedAt: time } })),
  }
}
