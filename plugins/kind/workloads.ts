/** Deployments, StatefulSets, ReplicaSets, ReplicationControllers and ControllerRevisions: what their definitions can't say. */
import { controllerOf } from '../../core/meta/index.js'
import {
  ControllerRevision,
  Deployment,
  ReplicaSet,
  ReplicationController,
  StatefulSet,
} from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

export const deploymentKind = kindPlugin(Deployment, {
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

export const statefulSetKind = kindPlugin(StatefulSet, {
  columns: { ready: ({ spec, status }) => `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 1}` },
})

export const replicaSetKind = kindPlugin(ReplicaSet, {
  fields: { 'status.replicas': ({ status }) => String(status?.replicas ?? 0) },
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
