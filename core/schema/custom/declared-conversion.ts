/** Conversion that a definition declares in an annotation: members moved, set or kept between each version and one that stands in the middle. */
import { isMembers, readJson, writeJson } from '../../kit/index.js'
import type { KubeObject } from '../../meta/index.js'
import type { Conversion } from '../definition.js'
import type { Members } from './shape.js'

/** Its value is JSON: `{"v1beta1": [{"move": "spec.cron", "to": "spec.schedule"}, {"set": "spec.mode", "value": "Fast"}, {"keep": "spec.note"}]}`. */
export const conversionAnnotation = 'operon.dev/conversion'

/** On an object in a version that lacks what another has: that, by path, until it is written back. */
const keptAnnotation = 'operon.dev/kept'

/** What is done on the way to the middle version; the other way it is undone. */
export type Step =
  | { readonly move: string; readonly to: string }
  /** The middle version's own, with what it is in objects of the other. */
  | { readonly set: string; readonly value: unknown }
  /** The middle version's own, with nothing to begin with. */
  | { readonly keep: string }

/** By version; the middle one is not listed. */
export type ConversionPlan = Readonly<Record<string, readonly Step[]>>

/** Undefined: it is not what the annotation may hold. */
export function readPlan(text: string): ConversionPlan | undefined {
  try {
    const plan = readJson(text) as unknown
    if (!isMembers(plan)) return undefined
    return Object.values(plan).every((steps) => Array.isArray(steps) && steps.every(isStep))
      ? (plan as ConversionPlan)
      : undefined
  } catch {
    return undefined
  }
}

function isStep(step: unknown): step is Step {
  if (!isMembers(step)) return false
  const form = Object.keys(step).sort().join()
  const paths = [step['move'], step['to'], step['set'], step['keep']].filter((path) => path !== undefined)
  return ['move,to', 'set,value', 'keep'].includes(form) && paths.every((path) => typeof path === 'string')
}

/** Cost: linear in the steps, at once. */
export function declaredConversion(plan: ConversionPlan): Conversion {
  const stepsOf = (apiVersion = '') => {
    const version = apiVersion.slice(apiVersion.indexOf('/') + 1)
    return Object.hasOwn(plan, version) ? plan[version]! : []
  }
  return {
    isPortable: true,
    convert: (objects, apiVersion, form) =>
      objects.map((object) => {
        const kept = takeKept(object)
        const steps = stepsOf(object.apiVersion)
        toMiddle(object, form ? steps.filter((step) => !('set' in step)) : steps, kept)
        fromMiddle(object, stepsOf(apiVersion), kept)
        putKept(object, kept)
        object.apiVersion = apiVersion
        return object
      }),
  }
}

type Kept = Map<string, unknown>

/** All is taken before anything is put, so that two members can change places. */
function toMiddle(object: KubeObject, steps: readonly Step[], kept: Kept): void {
  const found: [path: string, value: unknown][] = []
  for (const step of steps) {
    if ('move' in step) found.push([step.to, take(object, step.move)])
    else {
      const path = 'set' in step ? step.set : step.keep
      found.push([path, kept.has(path) ? kept.get(path) : 'set' in step ? structuredClone(step.value) : undefined])
      kept.delete(path)
    }
  }
  for (const [path, value] of found) put(object, path, value)
}

function fromMiddle(object: KubeObject, steps: readonly Step[], kept: Kept): void {
  const found: [path: string, value: unknown][] = []
  for (const step of steps) {
    const value = take(object, 'move' in step ? step.to : 'set' in step ? step.set : step.keep)
    if ('move' in step) found.push([step.move, value])
    else if ('keep' in step && value !== undefined) kept.set(step.keep, value)
    else if ('set' in step && writeJson(value) !== writeJson(step.value)) kept.set(step.set, value ?? null)
  }
  for (const [path, value] of found) put(object, path, value)
}

/** Takes a member out, and those around it that are empty then, but for the outermost. */
function take(object: KubeObject, path: string): unknown {
  const names = path.split('.')
  const around: Members[] = [object]
  for (const name of names.slice(0, -1)) {
    const inner = around.at(-1)!
    const next = Object.hasOwn(inner, name) ? inner[name] : undefined
    if (!isMembers(next)) return undefined
    around.push(next)
  }
  const last = around.at(-1)!
  const name = names.at(-1)!
  if (!Object.hasOwn(last, name)) return undefined
  const value = last[name]
  delete last[name]
  for (let at = around.length - 1; at > 1 && Object.keys(around[at]!).length === 0; at--)
    delete around[at - 1]![names[at - 1]!]
  return value
}

function put(object: KubeObject, path: string, value: unknown): void {
  if (value === undefined || value === null) return
  const names = path.split('.')
  let place: Members = object
  for (const name of names.slice(0, -1)) {
    if (!Object.hasOwn(place, name) || !isMembers(place[name])) place[name] = {}
    place = place[name] as Members
  }
  place[names.at(-1)!] = value
}

function takeKept({ metadata }: KubeObject): Kept {
  const text = metadata.annotations?.[keptAnnotation]
  if (text === undefined) return new Map()
  const { [keptAnnotation]: _, ...annotations } = metadata.annotations!
  if (Object.keys(annotations).length > 0) metadata.annotations = annotations
  else delete metadata.annotations
  try {
    const kept = readJson(text) as unknown
    return new Map(isMembers(kept) ? Object.entries(kept) : [])
  } catch {
    return new Map()
  }
}

function putKept({ metadata }: KubeObject, kept: Kept): void {
  if (kept.size === 0) return
  metadata.annotations = { ...metadata.annotations, [keptAnnotation]: writeJson(Object.fromEntries(kept)) }
}
