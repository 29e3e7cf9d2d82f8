/** PodTemplates: what their definition can't say. */
import { PodTemplate } from '../../crds/generated/tokens.js'
import { dropGated } from './gated-fields.js'
import { templateWarnings } from './pod-warnings/index.js'
import { templateErrors } from './template-rules.js'
import { isUnlooked } from './pod-spec/index.js'
import { kindPlugin } from './typed-plugin.js'

export const podTemplateKind = kindPlugin(PodTemplate, {
  overlooks: isUnlooked,
  validate: ({ template }, old) => templateErrors(template, { at: 'template', old: old?.template }),
  prepare: ({ template }, old) => dropGated(template?.spec, old?.template?.spec),
  warnings: ({ template }) => templateWarnings(template, 'template'),
})
