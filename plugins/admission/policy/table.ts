/** Policies with their bindings, in order of their names, each compiled when it is first asked and forgotten when it goes or changes. */
import type { View } from '../../../core/admission/contract.js'
import type { KubeObject } from '../../../core/meta/index.js'

export interface Entry<Compiled> {
  readonly name: string
  readonly compiled: Compiled
  readonly bindings: readonly KubeObject[]
}

interface Pair<Compiled> {
  readonly name: string
  readonly policy: KubeObject
  readonly bindings: readonly KubeObject[]
  compiled: Compiled | undefined
}

export class PolicyTable<Compiled> {
  readonly #policies: View
  readonly #bindings: View
  readonly #compile: (policy: KubeObject) => Compiled
  /** By name; `state` tells one revision of a spec from the next. */
  readonly #known = new Map<string, { readonly state: string; readonly compiled: Compiled }>()
  #pairs: readonly Pair<Compiled>[] | undefined

  constructor(views: { readonly policies: View; readonly bindings: View }, compile: (policy: KubeObject) => Compiled) {
    this.#policies = views.policies
    this.#bindings = views.bindings
    this.#compile = compile
    const renew = () => void (this.#pairs = undefined)
    views.policies.onChange(({ name }) => {
      if (!views.policies.get('', name)) this.#known.delete(name)
      renew()
    })
    views.bindings.onChange(renew)
  }

  *entries(): Iterable<Entry<Compiled>> {
    for (const pair of this.#paired()) {
      pair.compiled ??= this.#compiledOf(pair)
      yield pair as Entry<Compiled>
    }
  }

  #paired(): readonly Pair<Compiled>[] {
    this.#pairs ??= this.#pair()
    return this.#pairs
  }

  #pair(): Pair<Compiled>[] {
    const byPolicy = new Map<string, KubeObject[]>()
    for (const binding of this.#bindings.list()) {
      const { policyName = '' } = (binding['spec'] ?? {}) as { policyName?: string }
      const others = byPolicy.get(policyName)
      if (others) others.push(binding)
      else byPolicy.set(policyName, [binding])
    }
    const pairs: Pair<Compiled>[] = []
    for (const policy of this.#policies.list()) {
      const name = policy.metadata.name ?? ''
      const bindings = byPolicy.get(name)
      if (bindings) pairs.push({ name, policy, bindings, compiled: undefined })
    }
    return pairs
  }

  #compiledOf({ name, policy }: Pair<Compiled>): Compiled {
    const state = `${policy.metadata.uid} ${policy.metadata.generation}`
    const known = this.#known.get(name)
    if (known?.state === state) return known.compiled
    const compiled = this.#compile(policy)
    this.#known.set(name, { state, compiled })
    return compiled
  }
}
