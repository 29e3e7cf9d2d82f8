/** What is wrong with a RuntimeClass beyond its schema. */
import { writeJson } from '../../../core/kit/index.js'
import {
  dns1123LabelErrors,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import type { RuntimeClass } from '../../../crds/generated/tokens.js'
import { duplicate, invalids } from '../causes.js'
import { checkResources } from '../pod-spec/resources.js'
import { tolerationErrors } from './toleration.js'
import { repeated } from '../repeated.js'

export function runtimeClassErrors({ handler, overhead, scheduling }: RuntimeClass): StatusCause[] {
  const labels = Object.entries(scheduling?.nodeSelector ?? {})
  const tolerations = scheduling?.tolerations ?? []
  const isAgain = repeated(
    tolerations.map(({ key, operator, value, effect }) => writeJson([key, operator, value, effect])),
  )
  return [
    ...(handler ? invalids('handler', handler, dns1123LabelErrors(handler)) : []),
    ...overheadErrors(overhead?.podFixed ?? {}),
    ...labels.flatMap(([key, value]) => [
      ...invalids('scheduling.nodeSelector', key, qualifiedNameErrors(key)),
      ...invalids('scheduling.nodeSelector', value, labelValueErrors(value)),
    ]),
    ...tolerations.flatMap((toleration, index) => {
      const at = `scheduling.tolerations[${index}]`
      const again = isAgain[index] ? [duplicate(at, toleration)] : []
      return [...tolerationErrors(toleration, at), ...again]
    }),
  ]
}

/** What containers may not ask for is no overhead either. */
function overheadErrors(limits: Readonly<Record<string, string>>): StatusCause[] {
  const found: StatusCause[] = []
  checkResources({ limits }, 'overhead', { found, claims: () => new Set() })
  return found
}
