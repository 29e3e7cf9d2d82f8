/** What is wrong with webhook configurations beyond their schemas. */
import { dns1035LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, unsupported } from '../causes.js'
import { conditionErrors, ruleErrors } from './admission-rules.js'
import { labelSelectorErrors } from './label-selector.js'
import { webhookPathErrors } from '../webhook-path.js'
import { webhookUrlErrors } from '../webhook-url.js'
import { portErrors } from './names.js'
import { repeated } from '../repeated.js'

type Configuration = ValidatingWebhookConfiguration | MutatingWebhookConfiguration
type Webhook = NonNullable<Configuration['webhooks']>[number]

const effects = ['None', 'NoneOnDryRun']
const reviewVersions = ['v1', 'v1beta1']
const mostSeconds = 30

export function webhooksErrors({ webhooks }: Configuration): StatusCause[] {
  const all: readonly Webhook[] = webhooks ?? []
  const isAgain = repeated(all.map(({ name }) => name))
  return all.flatMap((webhook, index) => {
    const at = `webhooks[${index}]`
    const again = webhook.name && isAgain[index] ? [duplicate(`${at}.name`, webhook.name)] : []
    return [...webhookErrors(webhook, at), ...again]
  })
}

function webhookErrors(webhook: Webhook, at: string): StatusCause[] {
  const { name, sideEffects, timeoutSeconds: seconds } = webhook
  const errors = name ? invalids(`${at}.name`, name, qualifiedDnsErrors(name)) : []
  for (const [index, rule] of (webhook.rules ?? []).entries()) errors.push(...ruleErrors(rule, `${at}.rules[${index}]`))
  if (typeof sideEffects === 'string' && !effects.includes(sideEffects))
    errors.push(unsupported(`${at}.sideEffects`, sideEffects, effects))
  if (seconds !== undefined && (seconds < 1 || seconds > mostSeconds))
    errors.push(invalid(`${at}.timeoutSeconds`, seconds, `must be from 1 to ${mostSeconds}`))
  return [
    ...errors,
    ...labelSelectorErrors(webhook.namespaceSelector, `${at}.namespaceSelector`),
    ...labelSelectorErrors(webhook.objectSelector, `${at}.objectSelector`),
    ...clientErrors(webhook.clientConfig ?? {}, `${at}.clientConfig`),
    ...reviewErrors(webhook.admissionReviewVersions ?? [], `${at}.admissionReviewVersions`),
    ...conditionErrors(webhook.matchConditions, `${at}.matchConditions`),
  ]
}

const qualifiedDnsErrors = (name: string): string[] => [
  ...dns1123SubdomainErrors(name),
  ...(name.split('.').length < 3 ? ['must be a domain with three parts at least, such as check.example.com'] : []),
]

function clientErrors({ url, service }: Webhook['clientConfig'], at: string): StatusCause[] {
  if ((url === undefined) === !service) return [required(at, 'name a `url` or a `service`, one of them')]
  if (url !== undefined) return webhookUrlErrors(url, `${at}.url`)
  const errors = service!.port === undefined ? [] : portErrors(service!.port, `${at}.service.port`)
  return [...errors, ...webhookPathErrors(service!.path, `${at}.service.path`)]
}

/** Whether a cause lies in a service beside a url, or in one without that. */
export const isInUnclearClient = ({ webhooks }: Configuration, { field = '' }: StatusCause): boolean => {
  const [, index] = /^webhooks\[(\d+)\]\.clientConfig\.service\./.exec(field) ?? []
  return index !== undefined && webhooks?.[Number(index)]?.clientConfig?.url !== undefined
}

function reviewErrors(versions: readonly string[], field: string): StatusCause[] {
  if (!versions.length) return []
  const again = repeated(versions)
  const errors = versions.flatMap((version, index) => [
    ...invalids(`${field}[${index}]`, version, dns1035LabelErrors(version)),
    ...(again[index] ? [invalid(`${field}[${index}]`, version, 'is said twice')] : []),
  ])
  return versions.some((version) => reviewVersions.includes(version))
    ? errors
    : [...errors, invalid(field, versions, `must have one of ${reviewVersions.join(', ')}: no other is spoken here`)]
}
