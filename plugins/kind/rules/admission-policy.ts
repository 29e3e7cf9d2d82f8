/** What is wrong with admission policies and their bindings beyond their schemas. What their expressions say is told by admission-expressions.ts. */
import {
  dns1035LabelErrors,
  dns1123SubdomainErrors,
  pathSegmentErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import type {
  MatchResources,
  MutatingAdmissionPolicy,
  MutatingAdmissionPolicyBinding,
  ParamRef,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
} from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required, unsupported } from '../causes.js'
import { againErrors, conditionErrors, matchErrors } from './admission-rules.js'
import { conditionErrors as metaConditionErrors } from './conditions.js'
import { labelSelectorErrors } from './label-selector.js'
import { repeated } from '../repeated.js'

type Shared = Pick<
  NonNullable<ValidatingAdmissionPolicy['spec']>,
  'matchConstraints' | 'matchConditions' | 'paramKind' | 'variables'
>

const reasons = ['Forbidden', 'Invalid', 'RequestEntityTooLarge']
const mostAnnotations = 20

export function validatingPolicyErrors({ metadata, spec }: ValidatingAdmissionPolicy): StatusCause[] {
  const { validations = [], auditAnnotations = [] } = spec ?? {}
  const errors = sharedErrors(spec ?? {})
  if (!validations.length && !auditAnnotations.length)
    for (const member of ['validations', 'auditAnnotations'])
      errors.push(required(`spec.${member}`, 'say `validations` or `auditAnnotations`'))
  for (const [index, { expression, message, messageExpression, reason }] of validations.entries()) {
    const at = `spec.validations[${index}]`
    if (expression && !expression.trim()) errors.push(required(`${at}.expression`))
    if (messageExpression && !messageExpression.trim())
      errors.push(invalid(`${at}.messageExpression`, messageExpression, 'must say something, or be left out'))
    if (message && /\n/.test(message)) errors.push(invalid(`${at}.message`, message, 'must be one line'))
    if (message && !message.trim()) errors.push(invalid(`${at}.message`, message, 'must say something, or be left out'))
    if (reason !== undefined && !reasons.includes(reason)) errors.push(unsupported(`${at}.reason`, reason, reasons))
  }
  if (auditAnnotations.length > mostAnnotations)
    errors.push(invalid('spec.auditAnnotations', auditAnnotations.length, `must be ${mostAnnotations} at most`))
  const keys = auditAnnotations.map(({ key }) => key)
  const again = repeated(keys)
  for (const [index, key] of keys.entries()) {
    const at = `spec.auditAnnotations[${index}].key`
    errors.push(...invalids(at, key ?? '', qualifiedNameErrors(`${metadata.name}/${key ?? ''}`)))
    if (key && again[index]) errors.push(duplicate(at, key))
  }
  return errors
}

/** What the controllers say of a policy. */
export function policyStatusErrors({ status }: ValidatingAdmissionPolicy): StatusCause[] {
  const warnings = status?.typeChecking?.expressionWarnings ?? []
  const errors = warnings.flatMap(({ fieldRef, warning }, index) => {
    const at = `status.typeChecking.expressionWarnings[${index}]`
    return [...(warning ? [] : [required(`${at}.warning`)]), ...(fieldRef ? [] : [required(`${at}.fieldRef`)])]
  })
  return [...errors, ...metaConditionErrors(status?.conditions, 'status.conditions')]
}

const patchTypes = ['ApplyConfiguration', 'JSONPatch']
/** What is deleted can't be changed. */
const mutable = ['*', 'CONNECT', 'CREATE', 'UPDATE']

/** At a place without indices, as upstream has it. */
const operationErrors = (match: MatchResources | undefined, at: string): StatusCause[] =>
  (match?.resourceRules ?? [])
    .flatMap(({ operations }) => operations ?? [])
    .filter((operation) => !mutable.includes(operation))
    .map((operation) => unsupported(`${at}.resourceRules.operations`, operation, mutable))

export function mutatingPolicyErrors({ spec }: MutatingAdmissionPolicy): StatusCause[] {
  const errors = [...sharedErrors(spec ?? {}), ...operationErrors(spec?.matchConstraints, 'spec.matchConstraints')]
  if (!spec?.mutations?.length) errors.push(required('spec.mutations', 'one mutation at least'))
  if (!spec?.reinvocationPolicy) errors.push(required('spec.reinvocationPolicy', 'Never or IfNeeded'))
  for (const [index, mutation] of (spec?.mutations ?? []).entries()) {
    const at = `spec.mutations[${index}]`
    for (const [type, member] of [
      ['ApplyConfiguration', 'applyConfiguration'],
      ['JSONPatch', 'jsonPatch'],
    ] as const) {
      const said = mutation[member]
      if (mutation.patchType === type && !said)
        errors.push(required(`${at}.${member}`, `a mutation of type ${type} has it`))
      else if (mutation.patchType === type && !said?.expression?.trim())
        errors.push(required(`${at}.${member}.expression`))
      else if (patchTypes.includes(mutation.patchType ?? '') && mutation.patchType !== type && said)
        errors.push(invalid(`${at}.${member}`, '', `only a mutation of type ${type} has it`))
    }
  }
  return errors
}

/** Of CEL. */
const reservedWords = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
)

function sharedErrors({ matchConstraints, matchConditions, paramKind, variables }: Shared): StatusCause[] {
  const errors = paramKind ? kindErrors(paramKind, 'spec.paramKind') : []
  if (!matchConstraints) errors.push(required('spec.matchConstraints', 'which requests it is about'))
  else {
    if (!matchConstraints.resourceRules?.length)
      errors.push(required('spec.matchConstraints.resourceRules', 'one rule at least'))
    errors.push(...matchErrors(matchConstraints, 'spec.matchConstraints'))
  }
  for (const [index, { name, expression }] of (variables ?? []).entries()) {
    const at = `spec.variables[${index}]`
    if (name && !name.trim()) errors.push(required(`${at}.name`))
    else if (name && (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || reservedWords.has(name)))
      errors.push(invalid(`${at}.name`, name, 'must be a name as CEL has them: letters, digits and _'))
    if (expression && !expression.trim()) errors.push(required(`${at}.expression`))
  }
  return [...errors, ...conditionErrors(matchConditions, 'spec.matchConditions')]
}

function kindErrors({ apiVersion, kind }: { apiVersion?: string; kind?: string }, at: string): StatusCause[] {
  const [version, group] = (apiVersion ?? '').split('/').reverse() as [string, string?]
  const errors =
    (apiVersion ?? '').split('/').length > 2
      ? [invalid(`${at}.apiVersion`, apiVersion, 'must be a version, or a group and a version: apps/v1')]
      : apiVersion
        ? invalids(`${at}.apiVersion`, apiVersion, [
            ...dns1035LabelErrors(version),
            ...(group ? dns1123SubdomainErrors(group) : []),
          ])
        : [required(`${at}.apiVersion`)]
  if (!kind) return [...errors, required(`${at}.kind`)]
  return [...errors, ...invalids(`${at}.kind`, kind, dns1035LabelErrors(kind.toLowerCase()))]
}

export function validatingBindingErrors({ spec }: ValidatingAdmissionPolicyBinding): StatusCause[] {
  const actions = spec?.validationActions ?? []
  const errors = [...bindingErrors(spec), ...againErrors(actions, 'spec.validationActions')]
  return actions.includes('Deny') && actions.includes('Warn')
    ? [...errors, invalid('spec.validationActions', actions, 'what is denied needs no warning: Deny or Warn')]
    : errors
}

export const mutatingBindingErrors = ({ spec }: MutatingAdmissionPolicyBinding): StatusCause[] => [
  ...(spec && !spec.policyName ? [required('spec.policyName')] : []),
  ...bindingErrors(spec),
  ...operationErrors(spec?.matchResources, 'spec.matchResources'),
]

function bindingErrors(
  spec: MutatingAdmissionPolicyBinding['spec'] | ValidatingAdmissionPolicyBinding['spec'],
): StatusCause[] {
  const { policyName, paramRef, matchResources } = spec ?? {}
  return [
    ...(policyName ? invalids('spec.policyName', policyName, dns1123SubdomainErrors(policyName)) : []),
    ...(paramRef ? paramErrors(paramRef, 'spec.paramRef') : []),
    ...(matchResources ? matchErrors(matchResources, 'spec.matchResources') : []),
  ]
}

const actions = ['Allow', 'Deny']

function paramErrors({ name, selector, parameterNotFoundAction: action }: ParamRef, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (name && selector)
    for (const member of ['name', 'selector'])
      errors.push(forbidden(`${at}.${member}`, 'name the parameter or select it, not both'))
  else if (name) errors.push(...invalids(`${at}.name`, name, pathSegmentErrors(name)))
  else if (!selector) errors.push(required(at, 'say `name` or `selector`'))
  errors.push(...labelSelectorErrors(selector, `${at}.selector`))
  if (!action) errors.push(required(`${at}.parameterNotFoundAction`, 'Allow or Deny'))
  else if (!actions.includes(action)) errors.push(unsupported(`${at}.parameterNotFoundAction`, action, actions))
  return errors
}
