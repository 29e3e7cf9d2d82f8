/** A cluster with a team's namespace and a ServiceAccount that may read pods and write config maps, for programs that find the API from inside a pod. */
import { Cluster } from './cluster.js'

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'reader', namespace: 'team' } },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'reader', namespace: 'team' },
    rules: [
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['configmaps'], verbs: ['*'] },
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'reader', namespace: 'team' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace: 'team' }],
  },
]

const podOf = (name: string, command: readonly string[], folders: readonly string[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'team' },
  spec: {
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 1,
    serviceAccountName: 'reader',
    containers: [{ name: 'app', image: 'localhost/host', command, volumeMounts: folders.map(mountOf) }],
    volumes: folders.map((path, at) => ({ name: `folder-${at}`, hostPath: { path } })),
  },
})

/** Where the machine has it. */
const mountOf = (mountPath: string, at: number) => ({ name: `folder-${at}`, mountPath, readOnly: true })

export class Team {
  readonly #cluster: Cluster

  private constructor(cluster: Cluster) {
    this.#cluster = cluster
  }

  static async start(): Promise<Team> {
    const cluster = await Cluster.start(['--bind-address', '0.0.0.0'])
    cluster.mustWith(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }), 'apply', '-f', '-')
    return new Team(cluster)
  }

  /** What a pod with this command has printed when it has ended. It sees the machine's own files, but for /tmp: `folders` of it are mounted. */
  outputOf(name: string, command: readonly string[], folders: readonly string[] = []): string {
    this.#cluster.mustWith(JSON.stringify(podOf(name, command, folders)), 'create', '-f', '-')
    const wait = ['wait', `pod/${name}`, '-n', 'team', '--timeout=90s']
    this.#cluster.kubectl(...wait, '--for=jsonpath={.status.containerStatuses[0].state.terminated.reason}')
    return this.#cluster.must('logs', name, '-n', 'team')
  }

  async remove(): Promise<void> {
    await this.#cluster.remove()
  }
}
