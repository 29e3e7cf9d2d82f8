import type { Observed, Plan } from '../../core/operator.js'
import { type Deployment, ReplicaSet } from '../kit/kinds.js'
import { forgetOldRevisions } from './history.js'
import { isRolling, replicasOf } from './limits.js'
import { createNewest, findNewest } from './newest.js'
import { isComplete, judgeProgress, notePause } from './progress.js'
import { bringBack, clearAway } from './recreate.js'
import { resize, wasResized } from './resize.js'
import { revisionKey } from './revision.js'
import { rollOn, roomForNewest } from './rolling-update.js'
import { Rollout } from './rollout.js'
import { carryFailure, countsOf, judgeAvailability, statusOf } from './status.js'

/** The next step of a rollout. Cost: a comparison of the template with each ReplicaSet's. */
export function plan(observed: Observed<Deployment>): Plan<Deployment> {
  const { parent } = observed
  if (selectsEverything(parent)) return refuseEmptySelector(parent)
  const rollout = new Rollout(parent, observed.children(ReplicaSet), observed.now)
  notePause(rollout)
  const moving = !parent.spec.paused && !wasResized(rollout)
  if (moving) advance(rollout, observed)
  else hold(rollout)
  const counts = countsOf(rollout)
  judgeAvailability(rollout, counts)
  const lookAgainMs = moving ? judgeProgress(rollout, counts) : undefined
  if (moving) carryFailure(rollout)
  return {
    children: rollout.all,
    status: statusOf(rollout, counts),
    events: rollout.events,
    ...withRevision(rollout),
    ...(lookAgainMs === undefined ? {} : { lookAgainMs }),
  }
}

/** Rolls on by one step. */
function advance(rollout: Rollout, { refusals }: Observed<Deployment>): void {
  const { deployment } = rollout
  const found = findNewest(rollout)
  if (isRolling(deployment)) {
    if (found) rollOn(rollout)
    // What goes away waits until the new ReplicaSet has been accepted.
    else createNewest(rollout, { size: roomForNewest(rollout), refusals })
  } else if (clearAway(rollout)) {
    if (found) bringBack(rollout)
    else createNewest(rollout, { size: replicasOf(deployment), refusals })
  }
  if (found && isComplete(deployment, deployment.status)) forgetOldRevisions(rollout)
}

/** Scales, and leaves the rollout where it is. */
function hold(rollout: Rollout): void {
  findNewest(rollout)
  resize(rollout)
  if (rollout.deployment.spec.paused) forgetOldRevisions(rollout)
}

/** With the status, as upstream's controller writes it: a Deployment's generation counts its annotations, and this one would have it rise at each rollout. */
function withRevision({ revision }: Rollout): Pick<Plan<Deployment>, 'statusAnnotations'> {
  return revision === undefined ? {} : { statusAnnotations: { [revisionKey]: revision } }
}

function selectsEverything({ spec }: Deployment): boolean {
  return !Object.keys(spec.selector.matchLabels ?? {}).length && !spec.selector.matchExpressions?.length
}

function refuseEmptySelector(parent: Deployment): Plan<Deployment> {
  const message = 'This deployment is selecting all pods. A non-empty selector is required.'
  return {
    status: { ...parent.status, observedGeneration: parent.metadata.generation ?? 0 },
    events: [{ type: 'Warning', reason: 'SelectingAll', message }],
  }
}
