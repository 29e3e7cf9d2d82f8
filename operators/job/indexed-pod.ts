/** Pods of a job in completion mode Indexed: each works for one index, and bears it. */
import { podFromTemplate } from '../kit/pod-from-template.js'
import type { Container, Job, Pod } from '../kit/kinds.js'

const indexKey = 'batch.kubernetes.io/job-completion-index'
const failuresKey = 'batch.kubernetes.io/job-index-failure-count'
const variable = 'JOB_COMPLETION_INDEX'

/** Undefined: the pod bears none, or no number. */
export function indexOf({ metadata }: Pod): number | undefined {
  const text = metadata.annotations?.[indexKey]
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

/** Failures of its index before this pod was made. */
export function failuresBefore({ metadata }: Pod): number {
  return Number(metadata.annotations?.[failuresKey]) || 0
}

/** The pod for an index; `failures`: those counted for it, told when the job limits them by index. */
export function indexedPod(job: Job, index: number, failures: number): Pod {
  const pod = podFromTemplate(job, job.spec.template as Parameters<typeof podFromTemplate>[1])
  const { containers, initContainers } = pod.spec
  const counted: Record<string, string> =
    job.spec.backoffLimitPerIndex === undefined ? {} : { [failuresKey]: String(failures) }
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      generateName: `${job.metadata.name}-${index}-`,
      labels: { ...pod.metadata.labels, [indexKey]: String(index) },
      annotations: { ...pod.metadata.annotations, [indexKey]: String(index), ...counted },
    },
    spec: {
      ...pod.spec,
      hostname: `${job.metadata.name}-${index}`,
      containers: containers.map(withIndex),
      ...(initContainers ? { initContainers: initContainers.map(withIndex) } : {}),
    },
  }
}

function withIndex<C extends Pick<Container, 'env'>>(container: C): C {
  if (container.env?.some(({ name }) => name === variable)) return container
  const fieldRef = { apiVersion: 'v1', fieldPath: `metadata.labels['${indexKey}']` }
  return { ...container, env: [...(container.env ?? []), { name: variable, valueFrom: { fieldRef } }] }
}
