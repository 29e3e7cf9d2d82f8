/** Webhook configurations: what their definitions can't say. */
import { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from '../../crds/generated/tokens.js'
import type { KubeObject, StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { webhookExpressionErrors } from './rules/admission-expressions.js'
import { staticNameWarnings } from './rules/static-names.js'
import { isInUnclearClient, webhooksErrors } from './rules/webhook.js'
import { kindPlugin } from './typed-plugin.js'

type Configuration = ValidatingWebhookConfiguration | MutatingWebhookConfiguration

const overlooks = (cause: StatusCause, object: Configuration): boolean => isInUnclearClient(object, cause)

const validate = (object: Configuration, _old: KubeObject | undefined, context: KindContext): StatusCause[] => [
  ...webhooksErrors(object),
  ...webhookExpressionErrors(object.webhooks, context),
]

export const validatingWebhookConfigurationKind = kindPlugin(ValidatingWebhookConfiguration, {
  overlooks,
  validate,
  warnings: staticNameWarnings,
})

export const mutatingWebhookConfigurationKind = kindPlugin(MutatingWebhookConfiguration, {
  overlooks,
  validate,
  warnings: staticNameWarnings,
})
