/** The serviceaccount operator: gives each namespace its default ServiceAccount and the cluster's root certificate. */
import { defineOperator } from '../../core/operator.js'
import { ConfigMap, Namespace, ServiceAccount } from '../kit/kinds.js'
import { accountName, bundleName, bundleSource, reconcile } from './reconcile.js'

export const serviceaccount = defineOperator<Namespace>({
  name: 'serviceaccount',
  description: "Gives each namespace its default ServiceAccount and the cluster's root certificate",
  kind: Namespace,
  watches: [
    {
      kind: ServiceAccount,
      fieldSelector: `metadata.name=${accountName}`,
      wakes: ({ metadata }) => [String(metadata.namespace)],
    },
    {
      kind: ConfigMap,
      fieldSelector: `metadata.name=${bundleName}`,
      wakes: ({ metadata }, cache) =>
        metadata.namespace === bundleSource
          ? cache.list(Namespace).map((each) => String(each.metadata.name))
          : [String(metadata.namespace)],
    },
  ],
  permissions: [
    { apiGroups: [''], resources: ['serviceaccounts'], verbs: ['create'] },
    { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'patch'] },
  ],
  reconcile,
})
