/** Admission policies and their bindings: what their definitions can't say. */
import {
  formatLabelSelector,
  type KubeObject,
  type LabelSelectorObject,
  labelRequirements,
  sameJson,
} from '../../core/meta/index.js'
import {
  MutatingAdmissionPolicy,
  MutatingAdmissionPolicyBinding,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
} from '../../crds/generated/tokens.js'
import {
  mutatingBindingErrors,
  mutatingPolicyErrors,
  policyStatusErrors,
  validatingBindingErrors,
  validatingPolicyErrors,
} from './rules/admission-policy.js'
import type { KindContext } from '../../core/registry/contract.js'
import { staticNameWarnings } from './rules/static-names.js'
import { typeWarnings } from './rules/policy-type-check.js'
import { mutatingExpressionErrors, validatingExpressionErrors } from './rules/admission-expressions.js'
import { kindPlugin } from './typed-plugin.js'

interface Policy extends KubeObject {
  readonly spec?: { readonly paramKind?: { readonly apiVersion?: string; readonly kind?: string } }
}

interface Binding extends KubeObject {
  readonly spec?: {
    readonly paramRef?: { readonly name?: string; readonly namespace?: string; readonly selector?: LabelSelectorObject }
  }
}

const policyColumns = {
  paramKind: ({ spec }: Policy) =>
    spec?.paramKind ? `${spec.paramKind.apiVersion}/${spec.paramKind.kind}` : '<unset>',
}

const bindingColumns = {
  paramRef: ({ spec }: Binding) => {
    const { name, namespace, selector } = spec?.paramRef ?? {}
    if (name) return `${namespace || '*'}/${name}`
    return selector ? formatLabelSelector(labelRequirements(selector) ?? []) : '<unset>'
  },
}

export const validatingAdmissionPolicyKind = kindPlugin(ValidatingAdmissionPolicy, {
  prepare: checkTypes,
  columns: policyColumns,
  warnings: staticNameWarnings,
  validate: (policy, _old, context) =>
    context.operation === 'statusUpdate'
      ? policyStatusErrors(policy)
      : [...validatingPolicyErrors(policy), ...validatingExpressionErrors(policy, context)],
})
/** With the write itself, where upstream's controller does it after the write: for each new spec, once. */
function checkTypes(
  policy: ValidatingAdmissionPolicy,
  old: ValidatingAdmissionPolicy | undefined,
  context: KindContext,
): void {
  if (context.operation === 'statusUpdate' || !policy.spec || (old && sameJson(policy.spec, old.spec))) return
  const warnings = typeWarnings(policy.spec, context)
  policy.status = {
    ...policy.status,
    observedGeneration: old ? (old.metadata?.generation ?? 0) + 1 : 1,
    typeChecking: warnings.length > 0 ? { expressionWarnings: [...warnings] } : {},
  }
}

export const mutatingAdmissionPolicyKind = kindPlugin(MutatingAdmissionPolicy, {
  columns: policyColumns,
  warnings: staticNameWarnings,
  validate: (policy, _old, context) => [...mutatingPolicyErrors(policy), ...mutatingExpressionErrors(policy, context)],
})
export const validatingAdmissionPolicyBindingKind = kindPlugin(ValidatingAdmissionPolicyBinding, {
  validate: validatingBindingErrors,
  columns: bindingColumns,
  warnings: staticNameWarnings,
})
export const mutatingAdmissionPolicyBindingKind = kindPlugin(MutatingAdmissionPolicyBinding, {
  validate: mutatingBindingErrors,
  columns: bindingColumns,
  warnings: staticNameWarnings,
})
