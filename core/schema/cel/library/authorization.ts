/** Questions to the authorizer (`authorizer.group('apps').resource('deployments').check('create').allowed()`), as types alone: expressions that can ask are checked when they are stored, and evaluated nowhere yet. */
import { CelError } from '../budget.js'
import { type Overload, overload } from '../signature.js'

const signatures = [
  'authorizer.path(string): pathCheck',
  'authorizer.group(string): groupCheck',
  'authorizer.serviceAccount(string, string): authorizer',
  'pathCheck.check(string): decision',
  'groupCheck.resource(string): resourceCheck',
  'resourceCheck.subresource(string): resourceCheck',
  'resourceCheck.namespace(string): resourceCheck',
  'resourceCheck.name(string): resourceCheck',
  'resourceCheck.fieldSelector(string): resourceCheck',
  'resourceCheck.labelSelector(string): resourceCheck',
  'resourceCheck.check(string): decision',
  'decision.allowed(): bool',
  'decision.reason(): string',
  'decision.error(): string',
  'decision.errored(): bool',
]

export const authorization: readonly Overload[] = signatures.map((signature) =>
  overload(signature, () => {
    throw new CelError('there is no authorizer to ask')
  }),
)
