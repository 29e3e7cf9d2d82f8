/** Policies with their bindings, in order of their names, each compiled when it is first asked and forgotten when it goes or changes. */
import type { View } from '../../../core/admission/contract.js'
import type { KubeObject } from '../../../core/meta/index.js'

export interface Policy extends KubeObject {
  readonly spec?: object
}

export interface Entry<Compiled> {
  readonly name: string
  readonly compiled: Compiled
  readonly bindings: readonly KubeObject[]
}

export class PolicyTable<Compiled> {
  readonly #policies: View
  readonly #bindings: View
  readonly #compile: (policy: KubeObject) => Compiled
  /** By name; `state` tells one revision of a spec from the next. */
  readonly #compiled = new Map<string, { readonly state: string; readonly compiled: Compiled }>()
  #entries: readonly (Omit<Entry<Compiled>, 'compiled'> & { readonly policy: KubeObject })[] | undefined

  constructor(views: { readonly policies: View; readonly bindings: View }, compile: (policy: KubeObject) => Compiled) {
    this.#policies = views.policies
    this.#bindings = views.bindings
    this.#compile = compile
    const renew = () => void (this.#entries = undefined)
    views.policies.onChange(({ name }) => {
      if (!views.policies.get('', name)) this.#compiled.delete(name)
      renew()
    })
    views.bindings.onChange(renew)
  }

  /** Cost: one comparison, but for the first after a change. */
  get isEmpty(): boolean {
    return this.#paired().length === 0
  }

  *entries(): Iterable<Entry<Compiled>> {
    for (const { name, policy, bindings } of this.#paired())
      yield { name, bindings, compiled: this.#compiledOf(name, policy) }
  }

  #paired() {
    this.#entries ??= this.#pair()
    return this.#entries
  }

  #pair() {
    const byPolicy = new Map<string, KubeObject[]>()
    for (const binding of this.#bindings.list()) {
      const { policyName = '' } = (binding['spec'] ?? {}) as { policyName?: string }
      byPolicy.set(policyName, [...(byPolicy.get(policyName) ?? []), binding])
    }
    const entries: { name: string; policy: KubeObject; bindings: readonly KubeObject[] }[] = []
    for (const policy of this.#policies.list()) {
      const name = policy.metadata.name ?? ''
      const bindings = byPolicy.get(name)
      if (bindings) entries.push({ name, policy, bindings })
    }
    return entries
  }

  #compiledOf(name: string, policy: KubeObject): Compiled {
    const state = `${policy.metadata.uid} ${policy.metadata.generation}`
    const known = this.#compiled.get(name)
    if (known?.state === state) return known.compiled
    const compiled = this.#compile(policy)
    this.#compiled.set(name, { state, compiled })
    return compiled
  }
}
