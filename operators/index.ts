/** The operators that make a cluster of the API: the explicit list. Their order does not matter. */
import type { Operator } from '../core/operator.js'
import { deployment } from './deployment/index.js'
import { garbageCollector } from './garbage-collector/index.js'
import { namespace } from './namespace/index.js'
import { nodeLifecycle } from './node-lifecycle/index.js'
import { replicaset } from './replicaset/index.js'
import { scheduler } from './scheduler/index.js'
import { serviceaccount } from './serviceaccount/index.js'

export const operators: readonly Operator[] = [
  deployment,
  garbageCollector,
  namespace,
  nodeLifecycle,
  replicaset,
  scheduler,
  serviceaccount,
]
