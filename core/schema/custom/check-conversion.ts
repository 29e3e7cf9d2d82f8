/** Whether a declared conversion loses nothing: that is found out when the definition is made. */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { readPlan, type Step } from './declared-conversion.js'
import { isIntOrString, preserves, propertyOf } from './shape.js'
import { typeError } from './types.js'

interface Version {
  readonly name: string
  readonly schema?: { readonly openAPIV3Schema?: SchemaNode }
}

type Refuse = (value: unknown, why: string) => void

/** All that is wrong with the annotation's text; `field` is where it stands. */
export function checkConversion(text: string, versions: readonly Version[], field: string): readonly StatusCause[] {
  const causes: StatusCause[] = []
  const refuse: Refuse = (value, why) =>
    causes.push({ reason: 'FieldValueInvalid', message: `Invalid value: ${writeJson(value)}: ${why}`, field })
  const plan = readPlan(text)
  if (!plan) {
    refuse(text, 'must be JSON: by version a list of {"move", "to"}, {"set", "value"} and {"keep"}')
    return causes
  }
  const middle = versions.filter(({ name }) => !Object.hasOwn(plan, name))
  if (middle.length !== 1)
    refuse(Object.keys(plan), 'must name every version but one, which all the others are converted to and from')
  for (const [name, steps] of Object.entries(plan)) {
    const version = versions.find((each) => each.name === name)
    if (!version) refuse(name, 'must be a version of the definition')
    else if (middle.length === 1) checkSteps(steps, { from: version, to: middle[0]! }, refuse)
  }
  return causes
}

const pathForm = /^(spec|status|[A-Za-z_][\w-]*)(\.[A-Za-z_][\w-]*)*$/
const notMoved = ['metadata', 'apiVersion', 'kind']

function checkSteps(
  steps: readonly Step[],
  { from, to }: { readonly from: Version; readonly to: Version },
  refuse: Refuse,
): void {
  const sources = steps.flatMap((step) => ('move' in step ? [step.move] : []))
  const targets = steps.map((step) => ('move' in step ? step.to : 'set' in step ? step.set : step.keep))
  for (const path of [...sources, ...targets]) {
    const names = path.split('.')
    if (!pathForm.test(path) || notMoved.includes(names[0]!) || names.includes('__proto__'))
      refuse(path, 'must be a path of members such as spec.image, not of lists and not in metadata')
  }
  for (const paths of [sources, targets]) checkApart(paths, refuse)
  const old = from.schema?.openAPIV3Schema
  const middle = to.schema?.openAPIV3Schema
  if (!old || !middle) return
  for (const step of steps) {
    const target = 'move' in step ? step.to : 'set' in step ? step.set : step.keep
    const wanted = schemaAt(middle, target)
    if (!wanted) refuse(target, `${to.name} has no such member`)
    if (
      schemaAt(old, target) &&
      !preserves(schemaAt(old, target)!) &&
      !sources.some((path) => isWithin(target, path) || isWithin(path, target))
    )
      refuse(target, `${from.name} has a member of that path itself, which would be lost`)
    if ('move' in step) {
      const moved = schemaAt(old, step.move)
      if (!moved) refuse(step.move, `${from.name} has no such member`)
      else if (wanted && formOf(moved) !== formOf(wanted))
        refuse(step.move, `is ${formOf(moved)} in ${from.name}, and ${target} is ${formOf(wanted)} in ${to.name}`)
    }
    if ('set' in step && wanted && formOf(wanted) !== 'anything' && typeError(wanted, step.value, target))
      refuse(step.value, `${target} is ${formOf(wanted)} in ${to.name}`)
  }
}

/** What is within another, or the same, could not be told from it on the way back. */
function checkApart(paths: readonly string[], refuse: Refuse): void {
  paths.forEach((path, at) => {
    if (paths.slice(0, at).some((other) => isWithin(path, other) || isWithin(other, path)))
      refuse(path, 'is said twice, or lies within another: there would be no way back')
  })
}

const isWithin = (path: string, other: string): boolean => path === other || path.startsWith(`${other}.`)

const anything: SchemaNode = { 'x-kubernetes-preserve-unknown-fields': true }

function schemaAt(root: SchemaNode, path: string): SchemaNode | undefined {
  let node: SchemaNode | undefined = root
  for (const name of path.split('.')) {
    const inner: SchemaNode | undefined = propertyOf(node, name)
    if (!inner) return preserves(node) ? anything : undefined
    node = inner
  }
  return node
}

const formOf = (schema: SchemaNode): string =>
  isIntOrString(schema) ? 'an integer or a string' : schema.type ? `of type ${schema.type}` : 'anything'
