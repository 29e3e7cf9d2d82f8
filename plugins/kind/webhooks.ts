/** Webhook configurations: what their definitions can't say. */
import { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from '../../crds/generated/tokens.js'
import type { KubeObject, StatusCause } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { webhookExpressionErrors } from './rules/admission-expressions.js'
import { webhooksErrors } from './rules/webhook.js'
import { kindPlugin } from './typed-plugin.js'

type Configuration = ValidatingWebhookConfiguration | MutatingWebhookConfiguration

const validate = (object: Configuration, old: KubeObject | undefined, context: KindContext): StatusCause[] => [
  ...webhooksErrors(object),
  ...webhookExpressionErrors(object.webhooks, old, context),
]

export const validatingWebhookConfigurationKind = kindPlugin(ValidatingWebhookConfiguration, {
  validate,
})

export const mutatingWebhookConfigurationKind = kindPlugin(MutatingWebhookConfiguration, { validate })
