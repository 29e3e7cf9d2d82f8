/** The job operator: runs pods until enough of them have succeeded. */
import { defineOperator } from '../../core/operator.js'
import { Job, Pod } from '../kit/kinds.js'
import { plan } from './plan.js'

export const job = defineOperator<Job>({
  name: 'job',
  eventSource: { component: 'job-controller' },
  description: 'Runs pods of a template until as many have succeeded as a Job asks for',
  kind: Job,
  owns: [{ kind: Pod, selectorPath: 'spec.selector', announce: 'podControl' }],
  plan,
})
