/** Acting as somebody else: the `Impersonate-*` headers, each part of which the asker must be allowed to take on. */
import { badRequest } from '../meta/index.js'
import { impersonated } from '../registry/index.js'
import { everyoneKnown, anonymous } from './authentication.js'
import type { User } from './contract.js'

/** What a request says in its headers, by lower-case name. */
interface Asking {
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The values of one that may come several times; without it they are split at commas. */
  valuesOf?(header: string): readonly string[]
}

/** One right that the asker needs: the verb `impersonate` on this. */
export interface ImpersonationRight {
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly subresource: string
  readonly namespace: string
  readonly name: string
}

export interface Impersonation {
  readonly user: User
  readonly rights: readonly ImpersonationRight[]
}

/** Undefined when no such header is there. Throws 400 for groups, uid or extra without a user. */
export function impersonationOf(asking: Asking): Impersonation | undefined {
  const { headers } = asking
  const username = headers['impersonate-user']
  if (!username) {
    if (headers['impersonate-group'] === undefined && headers['impersonate-uid'] === undefined) return undefined
    throw badRequest('impersonating a group, uid or extra needs a user to impersonate: Impersonate-User is missing')
  }
  const asked = valuesOf(asking, 'impersonate-group').filter(Boolean)
  const uid = headers['impersonate-uid']
  const extra = extraOf(asking)
  const rights = [
    userRight(username),
    ...asked.map((name) => right({ plural: impersonated.groups, name })),
    ...(uid ? [right({ group: impersonated.authentication, plural: impersonated.uids, name: uid })] : []),
    ...Object.entries(extra).flatMap(([key, values]) =>
      values.map((name) =>
        right({ group: impersonated.authentication, plural: impersonated.extras, subresource: key, name }),
      ),
    ),
  ]
  const groups = new Set(asked.length ? asked : groupsOfServiceAccount(username))
  groups.add(username === anonymous.username ? anonymous.groups[0]! : everyoneKnown)
  const user = { username, groups: [...groups], ...(uid ? { uid } : {}) }
  return { user: Object.keys(extra).length ? { ...user, extra } : user, rights }
}

function right(part: Partial<ImpersonationRight> & { readonly plural: string }): ImpersonationRight {
  return { group: '', version: 'v1', subresource: '', namespace: '', name: '', ...part }
}

const serviceAccount = /^system:serviceaccount:([^:]+):([^:]+)$/

function userRight(username: string): ImpersonationRight {
  const [, namespace, name] = serviceAccount.exec(username) ?? []
  if (namespace && name) return right({ plural: impersonated.serviceAccounts, namespace, name })
  return right({ plural: impersonated.users, name: username })
}

function groupsOfServiceAccount(username: string): readonly string[] {
  const namespace = serviceAccount.exec(username)?.[1]
  return namespace ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : []
}

function extraOf(asking: Asking): Record<string, readonly string[]> {
  const extra: Record<string, readonly string[]> = {}
  for (const name in asking.headers) {
    if (!name.startsWith('impersonate-extra-')) continue
    const key = decodeKey(name.slice('impersonate-extra-'.length))
    extra[key] = valuesOf(asking, name)
  }
  return extra
}

function valuesOf(asking: Asking, header: string): readonly string[] {
  return asking.valuesOf?.(header) ?? (asking.headers[header] ?? '').split(',').map((value) => value.trim())
}

function decodeKey(escaped: string): string {
  try {
    return decodeURIComponent(escaped)
  } catch {
    return escaped
  }
}
