/** Keeps the namespaces that every cluster has: they can't be deleted. That creates need their namespace is decided by the registry, in the commit. */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import { forbidden } from '../../core/meta/index.js'

/** Upstream's immortal namespaces. */
const immortal = new Set(['default', 'kube-system', 'kube-public'])

export const namespaceLifecycle: AdmissionPlugin = {
  name: 'namespace-lifecycle',
  admits: ({ plural, group, operation, name }) =>
    operation === 'DELETE' && plural === 'namespaces' && group === '' && immortal.has(name),
  validate({ name }) {
    throw forbidden({ group: '', plural: 'namespaces' }, name, 'this namespace may not be deleted')
  },
}
