/** The ways to act as somebody else: upstream's constrained ones (KEP-5284), of which each is a right to the request and a right to the identity, and the unconstrained one of old. */
import { dns1123LabelErrors, dns1123SubdomainErrors, qualifiedNameErrors } from '../meta/index.js'
import { impersonated } from '../registry/index.js'
import type { Attributes, User } from './contract.js'

/** Who a request wants to be, as its headers say it. */
export interface Wanted {
  readonly username: string
  readonly uid: string
  readonly groups: readonly string[]
  readonly extra: Readonly<Record<string, readonly string[]>>
}

type Resource = NonNullable<Attributes['resource']>

export interface Never {
  readonly never: Resource
  readonly why: string
}

export interface ImpersonationMode {
  /** '': the one of old, which needs no right to the request. */
  readonly name: string
  /** Whether this is a way for `asker` to be `wanted` at all. */
  takes(wanted: Wanted, asker: User): boolean
  /** What the asker must have the right to impersonate, one after the other. `never`: nobody may, and why. */
  rights(wanted: Wanted): readonly (Resource | Never)[]
  /** The groups of who names none. */
  groups(wanted: Wanted): readonly string[]
}

const nodePrefix = 'system:node:'
const nodesGroup = 'system:nodes'
const nodeNameKey = 'authentication.kubernetes.io/node-name'
const masters = 'system:masters'
const serviceAccount = /^system:serviceaccount:([^:]+):([^:]+)$/

const { authentication } = impersonated
const isBare = ({ uid, groups, extra }: Wanted) => !uid && groups.length === 0 && Object.keys(extra).length === 0

function nodeOf(username: string): string | undefined {
  const name = username.startsWith(nodePrefix) ? username.slice(nodePrefix.length) : ''
  return name && dns1123SubdomainErrors(name).length === 0 ? name : undefined
}

/** Namespace and name; undefined: it is no service account's. */
function accountOf(username: string): readonly [namespace: string, name: string] | undefined {
  const [, namespace, name] = serviceAccount.exec(username) ?? []
  if (!namespace || !name) return
  return dns1123LabelErrors(namespace).length === 0 && dns1123SubdomainErrors(name).length === 0
    ? [namespace, name]
    : undefined
}

const isServiceAccount = (username: string) => accountOf(username) !== undefined

function right(part: Partial<Resource> & { readonly plural: string }): Resource {
  return { group: '', version: 'v1', subresource: '', namespace: '', name: '', ...part }
}

function nodeMode(mode: {
  readonly name: string
  readonly takes: ImpersonationMode['takes']
  nameOf(node: string): string
}) {
  return {
    name: mode.name,
    takes: (wanted, asker) => isBare(wanted) && nodeOf(wanted.username) !== undefined && mode.takes(wanted, asker),
    rights: ({ username }) => [
      right({ group: authentication, plural: impersonated.nodes, name: mode.nameOf(nodeOf(username)!) }),
    ],
    groups: () => [nodesGroup],
  } satisfies ImpersonationMode
}

function isOnNode({ username, extra }: User, node: string | undefined): boolean {
  const named = extra?.[nodeNameKey] ?? []
  return isServiceAccount(username) && named.length === 1 && named[0] === node
}

/** The service accounts of a machine's pods are that machine: one right for all machines. */
const associatedNode = nodeMode({
  name: 'associated-node',
  takes: (wanted, asker) => isOnNode(asker, nodeOf(wanted.username)),
  nameOf: () => '*',
})

const arbitraryNode = nodeMode({ name: 'arbitrary-node', takes: () => true, nameOf: (node) => node })

const ofServiceAccounts: ImpersonationMode = {
  name: 'serviceaccount',
  takes: (wanted) => isBare(wanted) && isServiceAccount(wanted.username),
  rights: ({ username }) => [accountRight(username, authentication)],
  groups: ({ username }) => groupsOfServiceAccount(username),
}

const ofUsers: ImpersonationMode = {
  name: 'user-info',
  takes: ({ username }) => nodeOf(username) === undefined && !isServiceAccount(username),
  rights: (wanted) => {
    const { username, uid, groups, extra } = wanted
    const group = right({ group: authentication, plural: impersonated.groups })
    const why = extraFault(extra)
    const none = { username, uid: '', groups: [], extra: {} }
    return [
      right({ group: authentication, plural: impersonated.users, name: username }),
      ...others({ ...none, uid }, authentication),
      ...(groups.includes('') ? [{ never: group, why: 'a group has to have a name' }] : []),
      ...(groups.includes(masters)
        ? [{ never: { ...group, name: masters }, why: `nobody is let into ${masters} so` }]
        : []),
      ...others({ ...none, groups }, authentication),
      ...(why ? [{ never: right({ group: authentication, plural: impersonated.extras }), why }] : []),
      ...others({ ...none, extra }, authentication),
    ]
  },
  groups: () => [],
}

const ofOld: ImpersonationMode = {
  name: '',
  takes: () => true,
  rights: (wanted) => {
    const { username } = wanted
    return [isServiceAccount(username) ? accountRight(username, '') : userRight(wanted), ...others(wanted, '')]
  },
  groups: ({ username }) => groupsOfServiceAccount(username),
}

/** In the order that they are tried. */
export const impersonationModes: readonly ImpersonationMode[] = [
  associatedNode,
  arbitraryNode,
  ofServiceAccounts,
  ofUsers,
  ofOld,
]

/** To be a user of that name, in the way of old. */
export const userRight = ({ username }: Wanted): Resource => right({ plural: impersonated.users, name: username })

function accountRight(username: string, group: string): Resource {
  const [namespace, name] = accountOf(username)!
  return right({ group, plural: impersonated.serviceAccounts, namespace, name })
}

/** Rights to all but the name. */
function others({ uid, groups, extra }: Wanted, group: string): Resource[] {
  return [
    ...(uid ? [right({ group: authentication, plural: impersonated.uids, name: uid })] : []),
    ...groups.map((name) => right({ group, plural: impersonated.groups, name })),
    ...Object.entries(extra).flatMap(([key, values]) =>
      values.map((name) => right({ group: authentication, plural: impersonated.extras, subresource: key, name })),
    ),
  ]
}

function extraFault(extra: Wanted['extra']): string | undefined {
  for (const [key, values] of Object.entries(extra)) {
    if (!key.includes('/') || qualifiedNameErrors(key).length > 0)
      return `the key ${JSON.stringify(key)} has to be as in example.com/key`
    if (values.includes('')) return `a value of ${key} is empty`
  }
  return undefined
}

function groupsOfServiceAccount(username: string): readonly string[] {
  const namespace = accountOf(username)?.[0]
  return namespace ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : []
}
