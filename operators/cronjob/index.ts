/** The cronjob operator: makes Jobs at the times of a schedule. */
import { defineOperator } from '../../core/operator.js'
import { CronJob, Job } from '../kit/kinds.js'
import { plan } from './plan.js'

export const cronjob = defineOperator<CronJob>({
  name: 'cronjob',
  eventSource: { component: 'cronjob-controller' },
  description: 'Makes a Job at each time of a schedule, and clears old ones away',
  kind: CronJob,
  owns: [{ kind: Job }],
  plan,
})
