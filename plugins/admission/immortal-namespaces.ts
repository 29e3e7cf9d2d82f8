/** Admission: the namespaces that a cluster can't be without are never deleted (upstream's NamespaceLifecycle; that nothing is created in a missing or terminating namespace is the registry's own). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import { forbidden } from '../../core/meta/index.js'

const immortal = new Set(['default', 'kube-system', 'kube-public'])

export const immortalNamespaces: AdmissionPlugin = {
  name: 'ImmortalNamespaces',
  admits: ({ operation, group, plural }) => operation === 'DELETE' && plural === 'namespaces' && group === '',
  validate({ group, plural, name }) {
    if (immortal.has(name)) throw forbidden({ group, plural }, name, 'this namespace may not be deleted')
  },
}
