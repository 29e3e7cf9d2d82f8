/** Roles for people: upstream's cluster-admin, admin, edit and view, and what is open to everybody (facts of bootstrappolicy). */
import { can, canVisit, type BindingFacts, type RoleFacts, read, readWrite, write } from './words.js'

export const peopleRoles: readonly RoleFacts[] = [
  { name: 'cluster-admin', rules: [can('*', '*', '*'), canVisit('*', '*')] },
  { name: 'admin', sumOf: 'admin' },
  { name: 'edit', sumOf: 'edit', flowsInto: ['admin'] },
  { name: 'view', sumOf: 'view', flowsInto: ['edit'] },
  {
    name: 'system:aggregate-to-admin',
    flowsInto: ['admin'],
    rules: [
      can('create', 'authorization.k8s.io', 'localsubjectaccessreviews'),
      can(readWrite, 'rbac.authorization.k8s.io', 'rolebindings roles'),
    ],
  },
  {
    name: 'system:aggregate-to-edit',
    flowsInto: ['edit'],
    rules: [
      can(read, 'core', 'pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy'),
      can('impersonate', 'core', 'serviceaccounts'),
      can(write, 'core', 'pods pods/attach pods/exec pods/portforward pods/proxy'),
      can('create', 'core', 'pods/eviction'),
      can(
        write,
        'core',
        'configmaps persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy',
      ),
      can('create', 'core', 'serviceaccounts/token'),
      can(write, 'core events.k8s.io', 'events'),
      can(
        write,
        'apps',
        'daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale',
      ),
      can(write, 'autoscaling', 'horizontalpodautoscalers'),
      can(write, 'batch', 'cronjobs jobs'),
      can(
        write,
        'extensions',
        'daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale',
      ),
      can(write, 'policy', 'poddisruptionbudgets'),
      can(write, 'networking.k8s.io', 'ingresses networkpolicies'),
      can(readWrite, 'coordination.k8s.io', 'leases'),
      can(write, 'resource.k8s.io', 'resourceclaims resourceclaimtemplates'),
    ],
  },
  {
    name: 'system:aggregate-to-view',
    flowsInto: ['view'],
    rules: [
      can(
        read,
        'core',
        'configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status',
      ),
      can(
        read,
        'core',
        'bindings limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status',
      ),
      can(read, 'core', 'namespaces'),
      can(read, 'core events.k8s.io', 'events'),
      can(read, 'discovery.k8s.io', 'endpointslices'),
      can(
        read,
        'apps',
        'controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status',
      ),
      can(read, 'autoscaling', 'horizontalpodautoscalers horizontalpodautoscalers/status'),
      can(read, 'batch', 'cronjobs cronjobs/status jobs jobs/status'),
      can(
        read,
        'extensions',
        'daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale',
      ),
      can(read, 'policy', 'poddisruptionbudgets poddisruptionbudgets/status'),
      can(read, 'networking.k8s.io', 'ingresses ingresses/status networkpolicies'),
      can(read, 'resource.k8s.io', 'resourceclaims resourceclaims/status resourceclaimtemplates'),
    ],
  },
  {
    name: 'system:basic-user',
    rules: [
      can('create', 'authorization.k8s.io', 'selfsubjectaccessreviews selfsubjectrulesreviews'),
      can('create', 'authentication.k8s.io', 'selfsubjectreviews'),
    ],
  },
  {
    name: 'system:discovery',
    rules: [
      canVisit('get', '/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/'),
    ],
  },
  { name: 'system:public-info-viewer', rules: [canVisit('get', '/healthz /livez /readyz /version /version/')] },
]

export const peopleBindings: readonly BindingFacts[] = [
  { role: 'cluster-admin', groups: ['system:masters'] },
  { role: 'system:basic-user', groups: ['system:authenticated'] },
  { role: 'system:discovery', groups: ['system:authenticated'] },
  { role: 'system:public-info-viewer', groups: ['system:authenticated', 'system:unauthenticated'] },
]
