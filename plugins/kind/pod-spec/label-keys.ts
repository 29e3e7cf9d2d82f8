/** Keys of labels beside a selector, of an affinity's term or of a constraint. Those of a pod have been merged into the selector (`../label-keys.ts`) before they are judged. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { PodAffinityTerm } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids } from '../causes.js'

type Keyed = {
  readonly [M in 'labelSelector' | 'matchLabelKeys' | 'mismatchLabelKeys']?: PodAffinityTerm[M] | undefined
}

/** `at`: where the term or constraint stands. Cost: one look at each key, label and expression. */
export function labelKeyErrors({ labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] }: Keyed, at: string) {
  if (!matchLabelKeys.length && !mismatchLabelKeys.length) return []
  const found: StatusCause[] = []
  for (const [member, keys] of Object.entries({ matchLabelKeys, mismatchLabelKeys })) {
    if (keys.length && !labelSelector)
      found.push(forbidden(`${at}.${member}`, 'adds to labelSelector: give one as well'))
    else
      for (const [index, key] of keys.entries())
        found.push(...invalids(`${at}.${member}[${index}]`, key, qualifiedNameErrors(key)))
  }
  found.push(...selectedErrors({ labelSelector, matchLabelKeys }, at))
  const mismatched = new Set(mismatchLabelKeys)
  matchLabelKeys.forEach((key, index) => {
    const why = 'stands in mismatchLabelKeys too: keep one of them'
    if (mismatched.has(key)) found.push(invalid(`${at}.matchLabelKeys[${index}]`, key, why))
  })
  return found
}

/** A key that the selector has by itself; upstream names the place so. */
function selectedErrors({ labelSelector, matchLabelKeys = [] }: Keyed, at: string): StatusCause[] {
  const places = new Map(matchLabelKeys.map((key, index) => [key, index]))
  const selected = new Set(Object.keys(labelSelector?.matchLabels ?? {}))
  const found: StatusCause[] = []
  for (const { key } of labelSelector?.matchExpressions ?? []) {
    const place = places.get(key)
    const why = 'is selected by labelSelector already: keep one of them'
    if (place !== undefined && selected.has(key)) found.push(invalid(`${at}[${place}]`, key, why))
    selected.add(key)
  }
  return found
}
