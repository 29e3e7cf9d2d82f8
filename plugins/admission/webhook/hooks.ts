/** The webhooks that are configured, in the order in which they are called: read anew after each change of a configuration. */
import type { AdmissionContext, View } from '../../../core/admission/contract.js'
import type { MatchCondition } from '../../../crds/generated/tokens.js'
import type { KubeObject, LabelRequirement, LabelSelectorObject } from '../../../core/meta/index.js'
import type { ClientConfig } from '../../kit/address.js'
import { compileConditions } from '../matching/conditions.js'
import type { AdmissionContract, Program } from '../matching/expressions.js'
import type { Rule } from '../matching/rules.js'
import { requirementsOf } from '../matching/selectors.js'

/** MutatingWebhook or ValidatingWebhook of admissionregistration.k8s.io/v1, as it is stored: with its defaults. */
interface StoredHook {
  readonly name: string
  readonly clientConfig: ClientConfig
  readonly rules?: readonly Rule[]
  readonly failurePolicy?: string
  readonly matchPolicy?: string
  readonly namespaceSelector?: LabelSelectorObject
  readonly objectSelector?: LabelSelectorObject
  readonly sideEffects?: string
  readonly timeoutSeconds?: number
  readonly admissionReviewVersions?: readonly string[]
  readonly reinvocationPolicy?: string
  readonly matchConditions?: readonly MatchCondition[]
}

export interface Hook {
  /** Of this one alone. */
  readonly id: string
  readonly name: string
  readonly clientConfig: ClientConfig
  readonly rules: readonly Rule[]
  readonly failsOpen: boolean
  readonly matchPolicy: string
  readonly ofNamespace: readonly LabelRequirement[]
  readonly ofObject: readonly LabelRequirement[]
  readonly allowsDryRun: boolean
  readonly timeoutMs: number
  readonly reviewVersions: readonly string[]
  readonly isReinvoked: boolean
  readonly conditions: readonly Program[]
  readonly expressions: AdmissionContract
}

const sight = { params: false, authorizer: true, variables: false } as const

const defaultTimeoutSeconds = 10

/** Cost: nothing until a configuration changes; then one reading of all. */
export class Hooks {
  readonly #context: AdmissionContext
  readonly #view: View
  #hooks: readonly Hook[] | undefined

  constructor(context: AdmissionContext, configurations: string) {
    this.#context = context
    this.#view = context.view(configurations)
    this.#view.onChange(() => {
      this.#hooks = undefined
    })
  }

  /** By the names of their configurations, within one as they stand there. */
  all(): readonly Hook[] {
    this.#hooks ??= [...this.#view.list()].sort(byName).flatMap((each) => hooksOf(each, this.#context))
    return this.#hooks
  }
}

const nameOf = ({ metadata }: KubeObject): string => metadata.name ?? ''
const byName = (a: KubeObject, b: KubeObject): number => (nameOf(a) < nameOf(b) ? -1 : 1)

function hooksOf(configuration: KubeObject, context: AdmissionContext): readonly Hook[] {
  const expressions = context.expressions()
  const stored = (configuration['webhooks'] ?? []) as readonly StoredHook[]
  return stored.map((hook, at) => ({
    id: `${nameOf(configuration)}/${hook.name}/${at}`,
    name: hook.name,
    clientConfig: hook.clientConfig,
    rules: hook.rules ?? [],
    failsOpen: hook.failurePolicy === 'Ignore',
    matchPolicy: hook.matchPolicy ?? 'Equivalent',
    ofNamespace: requirementsOf(hook.namespaceSelector),
    ofObject: requirementsOf(hook.objectSelector),
    allowsDryRun: hook.sideEffects === 'None' || hook.sideEffects === 'NoneOnDryRun',
    timeoutMs: (hook.timeoutSeconds ?? defaultTimeoutSeconds) * 1000,
    reviewVersions: hook.admissionReviewVersions ?? [],
    isReinvoked: hook.reinvocationPolicy === 'IfNeeded',
    conditions: compileConditions(hook.matchConditions, expressions, sight),
    expressions,
  }))
}
