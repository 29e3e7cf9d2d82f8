import { expect } from 'chai'
import type { AdmissionContext, AdmissionRequest, View } from '../../../core/admission/contract.js'
import type { User } from '../../../core/auth/contract.js'
import type { KubeObject } from '../../../core/meta/index.js'
import { defaultPolicy, RbacAuthorizer, rbacEscalationGuard, rbacKinds } from './index.js'

/** A View over a Map, changed by hand. */
class HandView implements View {
  readonly #objects = new Map<string, KubeObject>()
  readonly #listeners: ((key: { readonly namespace: string; readonly name: string }) => void)[] = []

  get(namespace: string, name: string): KubeObject | undefined {
    return this.#objects.get(`${namespace}/${name}`)
  }
  list(): Iterable<KubeObject> {
    return this.#objects.values()
  }
  onChange(listener: (key: { readonly namespace: string; readonly name: string }) => void): void {
    this.#listeners.push(listener)
  }
  put(namespace: string, object: KubeObject): void {
    this.#objects.set(`${namespace}/${object.metadata.name}`, object)
    this.#changed(namespace, object.metadata.name!)
  }
  remove(namespace: string, name: string): void {
    this.#objects.delete(`${namespace}/${name}`)
    this.#changed(namespace, name)
  }
  #changed(namespace: string, name: string): void {
    for (const listener of this.#listeners) listener({ namespace, name })
  }
}

const jane: User = { username: 'jane', groups: ['devs', 'system:authenticated'] }
const role = (name: string, rules: unknown[]): KubeObject => ({ kind: 'Role', metadata: { name }, rules })

function binding(name: string, ref: string, subjects: unknown[]): KubeObject {
  const [kind, roleName] = ref.split('/')
  return { kind: 'Binding', metadata: { name }, roleRef: { kind, name: roleName }, subjects }
}

describe('RBAC', () => {
  let views: Record<keyof typeof rbacKinds, HandView>
  let rbac: RbacAuthorizer

  beforeEach(() => {
    views = {
      roles: new HandView(),
      clusterRoles: new HandView(),
      roleBindings: new HandView(),
      clusterRoleBindings: new HandView(),
    }
    rbac = new RbacAuthorizer(views)
  })

  function may(user: User, verb: string, what: string, place: { namespace?: string; name?: string } = {}): boolean {
    if (what.startsWith('/')) return rbac.authorize({ user, verb, path: what }).verdict === 'allow'
    const [path = '', group = ''] = what.split('@')
    const [plural = '', subresource = ''] = path.split('/')
    const { namespace = '', name = '' } = place
    const resource = { group, version: 'v1', plural, subresource, namespace, name }
    return rbac.authorize({ user, verb, resource, path: '' }).verdict === 'allow'
  }

  function bindRole(namespace: string, rules: unknown[]): void {
    views.roles.put(namespace, role('r', rules))
    const rb = binding('b', 'Role/r', [{ kind: 'User', name: 'jane' }])
    rb.metadata.namespace = namespace
    views.roleBindings.put(namespace, rb)
  }

  it('allows nothing by itself', () => {
    expect(may(jane, 'get', 'pods', { namespace: 'a', name: 'x' })).to.equal(false)
    expect(may(jane, 'get', '/version')).to.equal(false)
  })

  it('allows in the namespace of the binding what the role says, verb by verb, and no subresource with it', () => {
    bindRole('a', [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['pods', 'pods/log'] }])
    expect(may(jane, 'get', 'pods', { namespace: 'a', name: 'x' })).to.equal(true)
    expect(may(jane, 'get', 'pods/log', { namespace: 'a', name: 'x' })).to.equal(true)
    expect(may(jane, 'get', 'pods/exec', { namespace: 'a', name: 'x' })).to.equal(false)
    expect(may(jane, 'create', 'pods', { namespace: 'a' })).to.equal(false)
    expect(may(jane, 'get', 'pods@apps', { namespace: 'a', name: 'x' })).to.equal(false)
    expect(may(jane, 'get', 'pods', { namespace: 'b', name: 'x' })).to.equal(false)
    expect(may(jane, 'list', 'pods')).to.equal(false)
    expect(may({ ...jane, username: 'joe' }, 'get', 'pods', { namespace: 'a', name: 'x' })).to.equal(false)
  })

  it('tells by which binding it allows, of which role and to whom', () => {
    bindRole('a', [{ verbs: ['get'], apiGroups: [''], resources: ['pods', 'secrets'], resourceNames: ['x'] }])
    views.clusterRoles.put('', role('c', [{ verbs: ['get'], nonResourceURLs: ['/version'] }]))
    const sa = { kind: 'ServiceAccount', name: 'sa', namespace: 'b' }
    views.clusterRoleBindings.put('', binding('cb', 'ClusterRole/c', [sa]))
    const resource = { group: '', version: 'v1', plural: 'pods', subresource: '', namespace: 'a', name: 'x' }
    const decided = [
      rbac.authorize({ user: jane, verb: 'get', resource, path: '' }),
      rbac.authorize({ user: { username: 'system:serviceaccount:b:sa', groups: [] }, verb: 'get', path: '/version' }),
    ]
    expect(decided.map((each) => each.reason)).to.deep.equal([
      'RBAC: allowed by RoleBinding "b/a" of Role "r" to User "jane"',
      'RBAC: allowed by ClusterRoleBinding "cb" of ClusterRole "c" to ServiceAccount "sa/b"',
    ])
  })

  it('narrows to names, which a list or create without one never has', () => {
    bindRole('a', [{ verbs: ['*'], apiGroups: ['*'], resources: ['configmaps'], resourceNames: ['one'] }])
    expect(may(jane, 'update', 'configmaps', { namespace: 'a', name: 'one' })).to.equal(true)
    expect(may(jane, 'update', 'configmaps', { namespace: 'a', name: 'two' })).to.equal(false)
    expect(may(jane, 'create', 'configmaps', { namespace: 'a' })).to.equal(false)
    expect(may(jane, 'list', 'configmaps', { namespace: 'a' })).to.equal(false)
  })

  it('knows stars for everything, and for one subresource of anything', () => {
    bindRole('a', [{ verbs: ['get'], apiGroups: ['*'], resources: ['*/scale'] }])
    expect(may(jane, 'get', 'deployments/scale@apps', { namespace: 'a', name: 'x' })).to.equal(true)
    expect(may(jane, 'get', 'deployments@apps', { namespace: 'a', name: 'x' })).to.equal(false)
    bindRole('a', [{ verbs: ['get'], apiGroups: ['*'], resources: ['*'] }])
    expect(may(jane, 'get', 'deployments/status@apps', { namespace: 'a', name: 'x' })).to.equal(true)
  })

  it('gives cluster roles everywhere by a cluster binding and in one namespace by a binding there', () => {
    views.clusterRoles.put('', role('reader', [{ verbs: ['list'], apiGroups: [''], resources: ['pods'] }]))
    const local = binding('b', 'ClusterRole/reader', [{ kind: 'Group', name: 'devs' }])
    local.metadata.namespace = 'a'
    views.roleBindings.put('a', local)
    expect(may(jane, 'list', 'pods', { namespace: 'a' })).to.equal(true)
    expect(may(jane, 'list', 'pods')).to.equal(false)
    const account = { username: 'system:serviceaccount:x:robot', groups: [] }
    const subject = { kind: 'ServiceAccount', name: 'robot', namespace: 'x' }
    views.clusterRoleBindings.put('', binding('b', 'ClusterRole/reader', [subject]))
    expect(may(account, 'list', 'pods')).to.equal(true)
    expect(may(account, 'list', 'pods', { namespace: 'b' })).to.equal(true)
  })

  it('allows paths by cluster bindings alone, with stars at the end', () => {
    const rules = [{ verbs: ['get'], nonResourceURLs: ['/healthz', '/logs/*'] }]
    views.clusterRoles.put('', role('paths', rules))
    const local = binding('b', 'ClusterRole/paths', [{ kind: 'User', name: 'jane' }])
    local.metadata.namespace = 'a'
    views.roleBindings.put('a', local)
    expect(may(jane, 'get', '/healthz')).to.equal(false)
    views.clusterRoleBindings.put('', binding('b', 'ClusterRole/paths', [{ kind: 'User', name: 'jane' }]))
    expect(may(jane, 'get', '/healthz')).to.equal(true)
    expect(may(jane, 'get', '/logs/a/b')).to.equal(true)
    expect(may(jane, 'get', '/healthz/x')).to.equal(false)
    expect(may(jane, 'post', '/healthz')).to.equal(false)
  })

  it('sees changes at once: new roles, changed ones, removed bindings', () => {
    bindRole('a', [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }])
    expect(may(jane, 'get', 'secrets', { namespace: 'a', name: 'x' })).to.equal(false)
    bindRole('a', [{ verbs: ['get'], apiGroups: [''], resources: ['secrets'] }])
    expect(may(jane, 'get', 'secrets', { namespace: 'a', name: 'x' })).to.equal(true)
    expect(may(jane, 'get', 'pods', { namespace: 'a', name: 'x' })).to.equal(false)
    views.roleBindings.remove('a', 'b')
    expect(may(jane, 'get', 'secrets', { namespace: 'a', name: 'x' })).to.equal(false)
  })

  describe('with the default policy', () => {
    beforeEach(() => {
      const places = new Map(Object.entries(rbacKinds).map(([name, kind]) => [kind, views[name as keyof typeof views]]))
      for (const { groupPlural, namespace, object } of defaultPolicy()) {
        places.get(groupPlural as never)?.put(namespace, object)
      }
    })

    it('lets everybody ask for health, and only those who are known for more', () => {
      const anonymous: User = { username: 'system:anonymous', groups: ['system:unauthenticated'] }
      expect(may(anonymous, 'get', '/readyz')).to.equal(true)
      expect(may(anonymous, 'get', '/api')).to.equal(false)
      expect(may(jane, 'get', '/apis/apps/v1')).to.equal(true)
      expect(may(jane, 'create', 'selfsubjectaccessreviews@authorization.k8s.io')).to.equal(true)
      expect(may(jane, 'list', 'pods')).to.equal(false)
    })

    it('sums up view, edit and admin from the roles that flow into them', () => {
      const bind = (to: string) => {
        const local = binding('b', `ClusterRole/${to}`, [{ kind: 'User', name: 'jane' }])
        local.metadata.namespace = 'a'
        views.roleBindings.put('a', local)
      }
      bind('view')
      expect(may(jane, 'list', 'pods', { namespace: 'a' })).to.equal(true)
      expect(may(jane, 'get', 'secrets', { namespace: 'a', name: 's' })).to.equal(false)
      bind('edit')
      expect(may(jane, 'get', 'secrets', { namespace: 'a', name: 's' })).to.equal(true)
      expect(may(jane, 'list', 'pods', { namespace: 'a' })).to.equal(true)
      expect(may(jane, 'create', 'roles@rbac.authorization.k8s.io', { namespace: 'a' })).to.equal(false)
      bind('admin')
      expect(may(jane, 'create', 'roles@rbac.authorization.k8s.io', { namespace: 'a' })).to.equal(true)
      const own = role('widgets', [{ verbs: ['get'], apiGroups: ['example.com'], resources: ['widgets'] }])
      own.metadata.labels = { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' }
      views.clusterRoles.put('', own)
      expect(may(jane, 'get', 'widgets@example.com', { namespace: 'a', name: 'w' })).to.equal(true)
    })

    it('lets nobody grant what they do not hold, unless they may escalate or bind', async () => {
      const guard = rbacEscalationGuard({
        rulesFor: (user, namespace) => rbac.rulesFor(user, namespace),
        rulesOfRole: (namespace, ref) => rbac.rulesOfRole(namespace, ref),
        authorize: (attributes) => rbac.authorize(attributes),
      })
      const local = binding('b', 'ClusterRole/admin', [{ kind: 'User', name: 'jane' }])
      local.metadata.namespace = 'a'
      views.roleBindings.put('a', local)
      const ask = (plural: string, object: KubeObject, oldObject?: KubeObject) => {
        const base = {
          operation: 'CREATE',
          group: 'rbac.authorization.k8s.io',
          version: 'v1',
          askedGroup: 'rbac.authorization.k8s.io',
          askedVersion: 'v1',
          kind: '',
          subresource: '',
        }
        const place = { namespace: 'a', name: 'new', user: jane, dryRun: false, warn() {} }
        const request = { ...base, ...place, plural, object, oldObject } as unknown as AdmissionRequest
        expect(guard.admits(request)).to.equal(true)
        return Promise.resolve(
          guard.validate?.(request, { view: () => views.roles } as unknown as AdmissionContext),
        ).then(
          () => 'granted',
          (error: Error) => error.message,
        )
      }
      const pods = [{ verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'] }]
      const nodes = [{ verbs: ['get'], apiGroups: [''], resources: ['nodes', 'pods'] }]
      expect(await ask('roles', role('new', pods))).to.equal('granted')
      expect(await ask('roles', role('new', nodes))).to.match(
        /not currently held:\n\{APIGroups:\[""\], Resources:\["nodes"\], Verbs:\["get"\]\}$/,
      )
      const labelled = { ...role('new', nodes), metadata: { name: 'new', labels: { a: 'b' } } }
      expect(await ask('roles', labelled, role('new', nodes))).to.match(/not currently held/)
      const released = { ...role('new', nodes), metadata: { name: 'new', finalizers: ['a.b/c'] } }
      expect(await ask('roles', released, role('new', nodes))).to.equal('granted')
      const subject = [{ kind: 'User', name: 'joe' }]
      expect(await ask('rolebindings', binding('new', 'ClusterRole/view', subject))).to.equal('granted')
      expect(await ask('rolebindings', binding('new', 'ClusterRole/cluster-admin', subject))).to.contain(
        'not currently held',
      )
      expect(await ask('rolebindings', binding('new', 'ClusterRole/none', subject))).to.contain('"none" not found')
      views.roles.put('a', role('empty', []))
      expect(await ask('rolebindings', binding('new', 'Role/empty', subject))).to.equal('granted')
      views.roles.put('a', role('r', [{ verbs: ['escalate', 'bind'], apiGroups: ['*'], resources: ['*'] }]))
      const more = binding('more', 'Role/r', [{ kind: 'User', name: 'jane' }])
      more.metadata.namespace = 'a'
      views.roleBindings.put('a', more)
      expect(await ask('roles', role('new', nodes))).to.equal('granted')
      expect(await ask('rolebindings', binding('new', 'ClusterRole/cluster-admin', subject))).to.equal('granted')
    })
  })
})
