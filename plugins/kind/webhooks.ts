/** Webhook configurations: what their definitions can't say. */
import { MutatingWebhookConfiguration, ValidatingWebhookConfiguration } from '../../crds/generated/tokens.js'
import { webhooksErrors } from './rules/webhook.js'
import { kindPlugin } from './typed-plugin.js'

export const validatingWebhookConfigurationKind = kindPlugin(ValidatingWebhookConfiguration, {
  validate: webhooksErrors,
})

export const mutatingWebhookConfigurationKind = kindPlugin(MutatingWebhookConfiguration, { validate: webhooksErrors })
