/** The deployment operator: rolls a new pod template out over ReplicaSets, step by step, and back. */
import { defineOperator } from '../../core/operator.js'
import { Deployment, ReplicaSet } from '../kit/kinds.js'
import { plan } from './plan.js'

export const deployment = defineOperator<Deployment>({
  name: 'deployment',
  eventSource: { component: 'deployment-controller' },
  description: 'Rolls a new pod template out over ReplicaSets, step by step, and back',
  kind: Deployment,
  owns: [{ kind: ReplicaSet, selectorPath: 'spec.selector' }],
  plan,
})
