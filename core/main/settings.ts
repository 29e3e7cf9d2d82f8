/** Every setting of the command line: one table for flags, environment variables, the config file and the help. */
import type { LogLevel } from '../kit/index.js'

export interface Setting {
  readonly name: string
  readonly type: 'text' | 'number' | 'flag'
  readonly fallback?: string | number | boolean
  /** What stands behind the flag in the help. */
  readonly value?: string
  readonly help: string
  readonly commands: readonly string[]
}

const serving = ['up', 'server'] as const
const withNode = ['up', 'node'] as const
const all = ['up', 'server', 'operators', 'node', 'image', 'kubeconfig', 'clean'] as const

export const settings = [
  {
    name: 'port',
    type: 'number',
    fallback: 6443,
    value: 'N',
    help: 'port of the API; 0 takes a free one',
    commands: [...serving],
  },
  {
    name: 'bind-address',
    type: 'text',
    fallback: '0.0.0.0',
    value: 'IP',
    help: 'address the API listens on',
    commands: [...serving],
  },
  {
    name: 'data-dir',
    type: 'text',
    fallback: './.operon',
    value: 'DIR',
    help: 'store, keys, images, logs and the admin kubeconfig',
    commands: [...all],
  },
  {
    name: 'storage',
    type: 'text',
    fallback: 'lmdb',
    value: 'lmdb|memory',
    help: 'where objects are kept; memory forgets them at the end',
    commands: [...serving],
  },
  {
    name: 'service-cluster-ip-range',
    type: 'text',
    fallback: '10.96.0.0/16',
    value: 'CIDR[,CIDR]',
    help: 'where services get their addresses from; two of different families make the cluster dual-stack',
    commands: [...serving],
  },
  {
    name: 'service-node-port-range',
    type: 'text',
    fallback: '30000-32767',
    value: 'N-N',
    help: 'where services of type NodePort and LoadBalancer get their node ports from',
    commands: [...serving],
  },
  {
    name: 'api-audiences',
    type: 'text',
    value: 'A,B',
    help: "who the API is to service accounts' tokens; those that name nobody are for all of them (default: their issuer)",
    commands: [...serving],
  },
  {
    name: 'disable-admission-plugins',
    type: 'text',
    value: 'A,B',
    help: 'admission plugins that are left out, by the names that an unknown one is answered with (default: none)',
    commands: [...serving],
  },
  {
    name: 'packages',
    type: 'text',
    value: 'DIR[,DIR]',
    help: 'folders of packages: their functions convert objects of definitions that name them (default: none)',
    commands: [...serving],
  },
  {
    name: 'kubeconfig',
    type: 'text',
    value: 'FILE',
    help: 'how to reach the API (default: the one in the data directory)',
    commands: ['operators', 'node'],
  },
  {
    name: 'node-name',
    type: 'text',
    value: 'NAME',
    help: "the node's name (default: this machine's host name)",
    commands: [...withNode],
  },
  {
    name: 'node-ip',
    type: 'text',
    value: 'IP',
    help: 'address at which the API reaches the kubelet (default: 127.0.0.1 in up, else the first of this machine)',
    commands: [...withNode],
  },
  {
    name: 'cluster-dns',
    type: 'text',
    value: 'IP',
    help: "server that pods ask for names, if one runs that knows the cluster's (default: whom this machine asks)",
    commands: [...withNode],
  },
  {
    name: 'pod-cidr',
    type: 'text',
    value: 'CIDR',
    help: "the node's range of pod addresses (default: the first of 10.88.N.0/24 that is free here)",
    commands: [...withNode],
  },
  {
    name: 'runtime',
    type: 'text',
    fallback: 'process',
    value: 'process|fake',
    help: 'what runs containers; fake runs nothing and says so',
    commands: [...withNode],
  },
  {
    name: 'fake-nodes',
    type: 'number',
    fallback: 0,
    value: 'N',
    help: 'add N fake nodes whose pods run without a process',
    commands: ['up', 'operators'],
  },
  { name: 'no-node', type: 'flag', fallback: false, help: 'do not run pods on this machine', commands: ['up'] },
  {
    name: 'operators',
    type: 'text',
    value: 'A,B',
    help: 'which operators run (default: all)',
    commands: ['up', 'operators'],
  },
  {
    name: 'keep-pods',
    type: 'flag',
    fallback: false,
    help: 'leave the pods of this machine running at the end',
    commands: [...withNode],
  },
  {
    name: 'force',
    type: 'flag',
    fallback: false,
    help: 'remove the objects and keys too, not only what runs',
    commands: ['clean'],
  },
  {
    name: 'log-level',
    type: 'text',
    fallback: 'warn',
    value: 'debug|info|warn|error',
    help: 'how much the log says',
    commands: ['up', 'server', 'operators', 'node'],
  },
  {
    name: 'config',
    type: 'text',
    value: 'FILE',
    help: 'YAML or JSON file with settings by these names (default: operon.yaml if it is there)',
    commands: [...all],
  },
  { name: 'help', type: 'flag', fallback: false, help: 'this text', commands: [...all, 'version'] },
] as const satisfies readonly Setting[]

export type SettingName = (typeof settings)[number]['name']

/** Settings with their values: what flags, environment, file and defaults say, in that order. */
export interface Configuration {
  readonly text: (name: SettingName) => string | undefined
  readonly number: (name: SettingName) => number
  readonly flag: (name: SettingName) => boolean
  /** Words that are no flags. */
  readonly words: readonly string[]
}

export const logLevelOf = (configuration: Configuration): LogLevel =>
  (configuration.text('log-level') ?? 'warn') as LogLevel

/** What the settings of a command are, those without a value left out. */
export function chosenSettings({ text }: Configuration): Readonly<Record<string, string>> {
  const named = settings.map(({ name }) => [name, text(name)] as const)
  return Object.fromEntries(named.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
}

/** `--data-dir` is `OPERON_DATA_DIR`. */
export function environmentName(name: string): string {
  return `OPERON_${name.toUpperCase().replaceAll('-', '_')}`
}
