/** Runtime: informer, queue, plan and reconcile runners, leader election, events, manager. What a particular operator decides does not belong here. */
export * from './contract.js'
