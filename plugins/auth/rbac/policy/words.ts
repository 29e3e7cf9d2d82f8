/** The words in which the default policy is written. */
import type { Rule } from '../rule.js'

/** A role before it is an object. */
export interface RoleFacts {
  readonly name: string
  readonly rules?: readonly Rule[]
  /** `aggregate-to-...` labels: which role this one flows into. */
  readonly flowsInto?: readonly string[]
  /** This role is the sum of those that flow into the name. */
  readonly sumOf?: string
}

export interface BindingFacts {
  /** The role's name, and the binding's own unless `as` is given. */
  readonly role: string
  readonly as?: string
  /** Of a Role in the binding's namespace, instead of a ClusterRole. */
  readonly local?: boolean
  readonly groups?: readonly string[]
  readonly users?: readonly string[]
  /** `namespace/name` */
  readonly serviceAccounts?: readonly string[]
}

/** Roles and bindings of one namespace. */
export interface NamespaceFacts {
  readonly namespace: string
  readonly roles: readonly RoleFacts[]
  readonly bindings: readonly BindingFacts[]
}

const words = (text: string): string[] => text.split(' ')
const groupsOf = (text: string): string[] => words(text).map((group) => (group === 'core' ? '' : group))

/** `can('get list', 'core apps', 'pods deployments')`; `names` narrows it to objects of these names. */
export function can(verbs: string, groups: string, resources: string, names?: string): Rule {
  const rule = { verbs: words(verbs), apiGroups: groupsOf(groups), resources: words(resources) }
  return names === undefined ? rule : { ...rule, resourceNames: words(names) }
}

export const canVisit = (verbs: string, urls: string): Rule => ({ verbs: words(verbs), nonResourceURLs: words(urls) })

export const read = 'get list watch'
export const write = 'create delete deletecollection patch update'
export const readWrite = `create delete deletecollection get list patch update watch`
export const events: Rule = can('create patch update', 'core events.k8s.io', 'events')
