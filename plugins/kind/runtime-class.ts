/** RuntimeClasses: what their definition can't say. */
import { RuntimeClass } from '../../crds/generated/tokens.js'
import { runtimeClassErrors } from './rules/runtime-class.js'
import { kindPlugin } from './typed-plugin.js'

export const runtimeClassKind = kindPlugin(RuntimeClass, { validate: runtimeClassErrors })
