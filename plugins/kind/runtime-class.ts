/** RuntimeClasses: what their definition can't say. */
import { RuntimeClass } from '../../crds/generated/tokens.js'
import { runtimeClassErrors } from './rules/runtime-class.js'
import { runtimeClassWarnings } from './storage-warnings.js'
import { kindPlugin } from './typed-plugin.js'

export const runtimeClassKind = kindPlugin(RuntimeClass, {
  validate: runtimeClassErrors,
  warnings: (found) => runtimeClassWarnings(found),
})
