/** RBAC: the authorizer, the guard against escalation, and the default policy. */
export { RbacAuthorizer, rbacKinds } from './authorizer.js'
export type { RbacViews } from './grants.js'
export { rbacEscalationGuard } from './escalation-guard.js'
export { defaultPolicy } from './policy/index.js'
export type { Rule } from './rule.js'
