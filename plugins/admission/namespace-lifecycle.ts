/** Keeps the namespaces that every cluster has: they can't be deleted. That new objects need their namespace is decided by the registry, in the commit; nothing is made of others there either (tokens, evictions, bindings). */
import type { AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import { forbidden, namespaceTerminating } from '../../core/meta/index.js'
import type { Namespace } from '../../crds/generated/tokens.js'

/** Upstream's immortal namespaces. */
const immortal = new Set(['default', 'kube-system', 'kube-public'])

export const namespaceLifecycle: AdmissionPlugin = {
  name: 'namespace-lifecycle',
  views: ['namespaces'],
  admits: (request) => isImmortal(request) || makesOfAnother(request),
  mutate(request, context) {
    if (!makesOfAnother(request)) return
    const { namespace, plural, group, name } = request
    const found = context.view('namespaces').get('', namespace) as Namespace | undefined
    if (found?.status?.phase === 'Terminating') throw namespaceTerminating({ group, plural }, name, namespace)
  },
  validate(request) {
    if (!isImmortal(request)) return
    throw forbidden({ group: '', plural: 'namespaces' }, request.name, 'this namespace may not be deleted')
  },
}

const isImmortal = ({ plural, group, operation, name }: AdmissionRequest): boolean =>
  operation === 'DELETE' && plural === 'namespaces' && group === '' && immortal.has(name)

const makesOfAnother = ({ operation, subresource, namespace }: AdmissionRequest): boolean =>
  operation === 'CREATE' && subresource !== '' && namespace !== ''
