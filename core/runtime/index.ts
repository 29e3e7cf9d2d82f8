/** Runtime: informer, queue, plan and reconcile runners, leader election, events, manager. What a particular operator decides does not belong here. */
export * from './contract.js'
export { Informer } from './informer.js'
export { LeaderElector } from './leader-elector.js'
export { Manager } from './manager.js'
export type { OperatorStatus } from './operator-run.js'
export { ensurePermissions, operatorUser } from './permissions.js'
