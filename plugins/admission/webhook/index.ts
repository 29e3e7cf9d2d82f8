/** Admission by webhooks that people configure. What decides a request in this process is a plugin of its own. */
export { mutatingWebhooks } from './mutating.js'
export { validatingWebhooks } from './validating.js'
