/** Acting as somebody else: the `Impersonate-*` headers, each part of which the asker must be allowed to take on. */
import { badRequest, forbidden, type StatusError } from '../meta/index.js'
import { anonymous, everyoneKnown } from './authentication.js'
import type { Attributes, Authorizer, User } from './contract.js'
import { type ImpersonationMode, impersonationModes, userRight, type Wanted } from './impersonation-modes.js'
import { refusalOf } from './refusal.js'

/** What a request says in its headers, by lower-case name. */
export interface Asking {
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The values of one that may come several times; without it they are split at commas. */
  valuesOf?(header: string): readonly string[]
}

const extraPrefix = 'impersonate-extra-'

/** Cost: a look at the first letter of each header's name. */
export function isImpersonating(headers: Asking['headers']): boolean {
  for (const name in headers) if (name.startsWith('impersonate-')) return true
  return false
}

/**
 * Who the asker of a request is let act as; `asked` is that request. The ways are tried in their order; the first that holds wins.
 * Throws 400 for groups, uid or extra without a user, 403 with the first refusal when no way holds; with the last for who may be such a user in the way of old.
 */
export async function impersonate(
  asking: Asking,
  asked: Attributes,
  authorize: Authorizer['authorize'],
): Promise<User> {
  const wanted = wantedOf(asking)
  if (!wanted) return asked.user
  const refusals: StatusError[] = []
  for (const mode of impersonationModes) {
    if (!mode.takes(wanted, asked.user)) continue
    const refused = await refusalIn(mode, wanted, { asked, authorize })
    if (!refused) return become(wanted, mode)
    refusals.push(refused)
  }
  const decision = await authorize({ user: asked.user, verb: 'impersonate', path: '', resource: userRight(wanted) })
  throw refusals.at(decision.verdict === 'allow' ? -1 : 0)!
}

async function refusalIn(
  mode: ImpersonationMode,
  wanted: Wanted,
  { asked, authorize }: { readonly asked: Attributes; readonly authorize: Authorizer['authorize'] },
): Promise<StatusError | undefined> {
  const refusal = async (attributes: Attributes) => {
    const decision = await authorize(attributes)
    return decision.verdict === 'allow' ? undefined : refusalOf(attributes, decision.reason)
  }
  if (mode.name) {
    const refused = await refusal({ ...asked, verb: `impersonate-on:${mode.name}:${asked.verb}` })
    if (refused) return refused
  }
  const verb = mode.name ? `impersonate:${mode.name}` : 'impersonate'
  for (const resource of mode.rights(wanted)) {
    if ('never' in resource) return forbidden(resource.never, resource.never.name, resource.why)
    const refused = await refusal({ user: asked.user, verb, path: '', resource })
    if (refused) return refused
  }
  return undefined
}

function become(wanted: Wanted, mode: ImpersonationMode): User {
  const { username, uid, extra } = wanted
  const groups = new Set(wanted.groups.length > 0 ? wanted.groups : mode.groups(wanted))
  const [unknown] = anonymous.groups
  if (username === anonymous.username) groups.add(unknown!)
  else if (!groups.has(unknown!)) groups.add(everyoneKnown)
  return {
    username,
    groups: [...groups],
    ...(uid ? { uid } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  }
}

function wantedOf(asking: Asking): Wanted | undefined {
  const { headers } = asking
  const username = asking.valuesOf?.('impersonate-user')[0] ?? headers['impersonate-user'] ?? ''
  const uid = headers['impersonate-uid'] ?? ''
  const groups = headers['impersonate-group'] === undefined ? [] : valuesOf(asking, 'impersonate-group')
  const extra = extraOf(asking)
  if (username) return { username, uid, groups, extra }
  if (uid || groups.length > 0 || Object.keys(extra).length > 0)
    throw badRequest('impersonating a group, uid or extra needs a user to impersonate: Impersonate-User is missing')
  return undefined
}

function extraOf(asking: Asking): Record<string, readonly string[]> {
  const extra = new Map<string, readonly string[]>()
  for (const name in asking.headers) {
    if (!name.startsWith(extraPrefix)) continue
    const key = decodeKey(name.slice(extraPrefix.length))
    extra.set(key, [...(extra.get(key) ?? []), ...valuesOf(asking, name)])
  }
  return Object.fromEntries(extra)
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
