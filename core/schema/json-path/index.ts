/** JSONPath: what printer columns of definitions and of built-in kinds show. */
import { finderOf, memberOf } from './find.js'
import { parseSteps } from './parse.js'

export { NoWay } from './find.js'

type Values = readonly unknown[]
export type JsonPath = (object: unknown) => Values

/** No object that is stored leads there by a path with one descent. */
const mostValues = 200_000

/**
 * A path as kubectl and printer columns write it (`.status.conditions[?(@.type=="Ready")].status`), without braces around: answers all values that it leads to, none where it leads nowhere.
 * Throws TypeError for a text that is no path; the path throws NoWay where the object is not of its form.
 */
export function compileJsonPath(text: string): JsonPath {
  const steps = parseSteps(text)
  const names = steps.flatMap((step) => (step.is === 'field' ? [step.name] : []))
  if (names.length === steps.length)
    return (object) =>
      names.reduce<Values>((values, name) => (values.length ? memberOf(values[0], name) : values), [object])
  const find = finderOf(steps)
  return (object) => find([object], { left: mostValues })
}

export function isJsonPath(text: string): boolean {
  try {
    parseSteps(text)
    return true
  } catch {
    return false
  }
}
