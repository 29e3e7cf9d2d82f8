/** Namespaces: what their definition can't say. */
import { Namespace } from '../../crds/generated/tokens.js'
import { namespaceErrors, namespaceStatusErrors } from './rules/namespace.js'
import { kindPlugin } from './typed-plugin.js'

/** Stands until what is in the namespace is gone. */
const finalizer = 'kubernetes'
const nameLabel = 'kubernetes.io/metadata.name'

export const namespaceKind = kindPlugin(Namespace, {
  /** Policies of networks and webhooks choose by this label: it is nobody's to say. */
  fill({ metadata }) {
    const { name, labels } = metadata
    if (name && labels?.[nameLabel] !== name) metadata.labels = { ...labels, [nameLabel]: name }
  },
  prepare(namespace, old) {
    if (old) return
    const spec = (namespace.spec ??= {})
    if (!spec.finalizers?.includes(finalizer)) spec.finalizers = [...(spec.finalizers ?? []), finalizer]
    namespace.status = { phase: 'Active' }
    // A generated name is not known yet when defaults are set.
    const { metadata } = namespace
    metadata.labels = { ...metadata.labels, [nameLabel]: metadata.name ?? '' }
  },
  validate: (namespace, _old, { operation, subresource }) =>
    operation === 'statusUpdate' ? namespaceStatusErrors(namespace) : namespaceErrors(namespace, subresource),
})
