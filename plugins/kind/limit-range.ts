/** LimitRanges: what their definition can't say. */
import { LimitRange } from '../../crds/generated/tokens.js'
import { limitRangeErrors } from './rules/limit-range.js'
import { kindPlugin } from './typed-plugin.js'

export const limitRangeKind = kindPlugin(LimitRange, {
  prepare({ spec }) {
    // None are told as null.
    if (spec && !spec.limits?.length) Object.assign(spec, { limits: null })
  },
  validate: limitRangeErrors,
})
