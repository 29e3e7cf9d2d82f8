/** Questions to the authorizer: `authorizer.group('apps').resource('deployments').check('create').allowed()`. */
import type { Attributes, Decision, User } from '../../../auth/contract.js'
import { dns1123LabelErrors, dns1123SubdomainErrors } from '../../../meta/index.js'
import { CelError } from '../budget.js'
import { type Overload, overload } from '../signature.js'
import { Opaque } from '../values.js'

/** Whose rights are asked about, and of whom. */
export interface Asker {
  readonly user: User
  /** Throws when the answer can't be told. */
  ask(attributes: Attributes): Decision
  /** `authorizer.requestResource` */
  readonly requested: Omit<NonNullable<Attributes['resource']>, 'version'>
}

interface Check {
  readonly asker: Asker
  readonly resource: Omit<NonNullable<Attributes['resource']>, 'version'>
}

interface Answer {
  readonly decision?: Decision
  readonly error: string
}

/** Units that upstream counts for asking. */
const price = 350_000

const nothing = { group: '', plural: '', subresource: '', namespace: '', name: '' }

export const authorizerValue = (asker: Asker): Opaque => new Opaque('authorizer', asker, asker.user.username)
export const resourceCheckValue = (asker: Asker): Opaque => check({ asker, resource: asker.requested })

const check = (of: Check): Opaque => new Opaque('resourceCheck', of, JSON.stringify([of.asker.user, of.resource]))
const checkOf = (value: Opaque) => value.inner as Check
const answerOf = (value: Opaque) => value.inner as Answer

const narrowed = (member: 'subresource' | 'namespace' | 'name') =>
  overload(`resourceCheck.${member}(string): resourceCheck`, ([of, value]: [Opaque, string]) => {
    const { asker, resource } = checkOf(of)
    return check({ asker, resource: { ...resource, [member]: value } })
  })

/** Selectors narrow what is asked about; no authorizer of ours looks at them, so the question stays the wider one. */
const selected = (name: string) =>
  overload(`resourceCheck.${name}(string): resourceCheck`, ([of]: [Opaque, string]) => of)

function requireSaid(text: string, what: string): void {
  if (!text.trim()) throw new CelError(`${what} must not be empty`)
}

function ask(asker: Asker, attributes: Omit<Attributes, 'user'>): Opaque {
  const answer = answered(asker, attributes)
  return new Opaque('decision', answer, JSON.stringify(answer))
}

function answered(asker: Asker, attributes: Omit<Attributes, 'user'>): Answer {
  try {
    return { decision: asker.ask({ ...attributes, user: asker.user }), error: '' }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function serviceAccount(asker: Asker, namespace: string, name: string): Asker {
  const [wrongName] = dns1123SubdomainErrors(name)
  if (wrongName) throw new CelError(`the name of the service account ${wrongName}`)
  const [wrongNamespace] = dns1123LabelErrors(namespace)
  if (wrongNamespace) throw new CelError(`the namespace of the service account ${wrongNamespace}`)
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated']
  return { ...asker, user: { username: `system:serviceaccount:${namespace}:${name}`, groups } }
}

export const authorization: readonly Overload[] = [
  overload('authorizer.path(string): pathCheck', ([of, path]: [Opaque, string]) => {
    requireSaid(path, 'path')
    return new Opaque('pathCheck', { asker: of.inner, path }, path)
  }),
  overload(
    'authorizer.group(string): groupCheck',
    ([of, group]: [Opaque, string]) => new Opaque('groupCheck', { asker: of.inner, group }, group),
  ),
  overload('authorizer.serviceAccount(string, string): authorizer', ([of, namespace, name]: [Opaque, string, string]) =>
    authorizerValue(serviceAccount(of.inner as Asker, namespace, name)),
  ),
  overload('groupCheck.resource(string): resourceCheck', ([of, plural]: [Opaque, string]) => {
    requireSaid(plural, 'resource')
    const { asker, group } = of.inner as { asker: Asker; group: string }
    return check({ asker, resource: { ...nothing, group, plural } })
  }),
  narrowed('subresource'),
  narrowed('namespace'),
  narrowed('name'),
  selected('fieldSelector'),
  selected('labelSelector'),
  overload(
    'pathCheck.check(string): decision',
    ([of, verb]: [Opaque, string]) => {
      const { asker, path } = of.inner as { asker: Asker; path: string }
      return ask(asker, { verb, path })
    },
    { cost: () => price },
  ),
  overload(
    'resourceCheck.check(string): decision',
    ([of, verb]: [Opaque, string]) => {
      const { asker, resource } = checkOf(of)
      return ask(asker, { verb, path: '', resource: { ...resource, version: '*' } })
    },
    { cost: () => price },
  ),
  overload('decision.allowed(): bool', ([of]: [Opaque]) => answerOf(of).decision?.verdict === 'allow'),
  overload('decision.reason(): string', ([of]: [Opaque]) => answerOf(of).decision?.reason ?? ''),
  overload('decision.error(): string', ([of]: [Opaque]) => answerOf(of).error),
  overload('decision.errored(): bool', ([of]: [Opaque]) => answerOf(of).error !== ''),
]
