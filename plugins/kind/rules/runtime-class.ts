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
import { negativeErrors } from './amounts.js'
import { resourceNameErrors } from '../pod-spec/resources.js'
import { tolerationErrors } from './toleration.js'

export function runtimeClassErrors({ handler, overhead, scheduling }: RuntimeClass): StatusCause[] {
  const labels = Object.entries(scheduling?.nodeSelector ?? {})
  const tolerations = scheduling?.tolerations ?? []
  const said = tolerations.map((each) => writeJson(each))
  return [
    ...(handler ? invalids('handler', handler, dns1123LabelErrors(handler)) : []),
    ...Object.entries(overhead?.podFixed ?? {}).flatMap(([name, amount]) => {
      const at = `overhead.limits[${name}]`
      return [...resourceNameErrors(name, at), ...negativeErrors(amount, at)]
    }),
    ...labels.flatMap(([key, value]) => [
      ...invalids('scheduling.nodeSelector', key, qualifiedNameErrors(key)),
      ...invalids('scheduling.nodeSelector', value, labelValueErrors(value)),
    ]),
    ...tolerations.flatMap((toleration, index) => {
      const at = `scheduling.tolerations[${index}]`
      const again = said.indexOf(said[index]!) < index ? [duplicate(at, toleration)] : []
      return [...tolerationErrors(toleration, at), ...again]
    }),
  ]
}
