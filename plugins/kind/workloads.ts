/** Deployments, DaemonSets, StatefulSets, ReplicaSets, ReplicationControllers and ControllerRevisions: what their definitions can't say. */
import { controllerOf } from '../../core/meta/index.js'
import {
  ControllerRevision,
  DaemonSet,
  Deployment,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
} from '../../crds/generated/tokens.js'
import { alwaysErrors, selectorErrors } from './workload-rules.js'
import { kindPlugin } from './typed-plugin.js'

export const deploymentKind = kindPlugin(Deployment, {
  validate: (object) => [...selectorErrors('deployment', object), ...alwaysErrors(object)],
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

export const statefulSetKind = kindPlugin(StatefulSet, {
  validate: (object) => [...selectorErrors('statefulset', object), ...alwaysErrors(object)],
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

export const replicaSetKind = kindPlugin(ReplicaSet, {
  validate: (object) => [...selectorErrors('replicaset', object), ...alwaysErrors(object)],
  fields: { 'status.replicas': ({ status }) => String(status?.replicas ?? 0) },
})

export const daemonSetKind = kindPlugin(DaemonSet, {
  validate: (object) => [...selectorErrors('daemonset', object), ...alwaysErrors(object)],
})

export const replicationControllerKind = kindPlugin(ReplicationController, {
  fields: { 'status.replicas': ({ status }) => String(status?.replicas ?? 0) },
})

export const controllerRevisionKind = kindPlugin(ControllerRevision, {
  columns: {
    controller: (revision) => {
      const owner = controllerOf(revision)
      if (!owner) return '<none>'
      const group = owner.apiVersion.includes('/') ? owner.apiVersion.split('/')[0] : ''
      return `${owner.kind.toLowerCase()}${group ? `.${group}` : ''}/${owner.name}`
    },
  },
})
