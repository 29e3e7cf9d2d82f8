/** The operators that make a cluster of the API: the explicit list. Their order does not matter. */
import type { Operator } from '../core/operator.js'
import { apiService } from './api-service/index.js'
import { clusterRole } from './cluster-role/index.js'
import { cronjob } from './cronjob/index.js'
import { definition } from './definition/index.js'
import { deployment } from './deployment/index.js'
import { disruption } from './disruption/index.js'
import { flowSchema } from './flow-schema/index.js'
import { garbageCollector } from './garbage-collector/index.js'
import { job } from './job/index.js'
import { namespace } from './namespace/index.js'
import { nodeLifecycle } from './node-lifecycle/index.js'
import { replicaset } from './replicaset/index.js'
import { replicationcontroller } from './replicationcontroller/index.js'
import { resourceQuota } from './resource-quota/index.js'
import { scheduler } from './scheduler/index.js'
import { serviceCidr } from './service-cidr/index.js'
import { serviceaccount } from './serviceaccount/index.js'
import { ttlAfterFinished } from './ttl-after-finished/index.js'

export const operators: readonly Operator[] = [
  apiService,
  clusterRole,
  cronjob,
  definition,
  deployment,
  disruption,
  flowSchema,
  garbageCollector,
  job,
  namespace,
  nodeLifecycle,
  replicaset,
  replicationcontroller,
  resourceQuota,
  scheduler,
  serviceCidr,
  serviceaccount,
  ttlAfterFinished,
]
