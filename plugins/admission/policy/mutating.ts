/** MutatingAdmissionPolicies: change objects by what their expressions make (upstream's MutatingAdmissionPolicy admission). */
import type { AdmissionPlugin, AdmissionRequest } from '../../../core/admission/contract.js'
import { forbidden, type KubeObject, StatusError, sameJson } from '../../../core/meta/index.js'
import type { MutatingAdmissionPolicy, MutatingAdmissionPolicyBinding } from '../../../crds/generated/tokens.js'
import { conditionsBudget, meetsConditions } from '../matching/conditions.js'
import { seenAt } from '../matching/inputs.js'
import { namespaces } from '../matching/selectors.js'
import { type Concerned, concernedBy, mayConcern, pairingsOf } from './bound.js'
import { type CompiledMutating, compileMutating } from './compile-mutating.js'
import { isJudged } from './exempt.js'
import { inputsOf, nameOf } from './inputs.js'
import { type Before, before, shareTurns } from './match.js'
import { MutationFailed, mutated } from './mutate.js'
import { PolicyTable } from './table.js'

const policies = 'admissionregistration.k8s.io/mutatingadmissionpolicies'
const bindings = 'admissionregistration.k8s.io/mutatingadmissionpolicybindings'

type Binding = MutatingAdmissionPolicyBinding
type Asked = Concerned<CompiledMutating, Binding>

export function mutatingPolicies(): AdmissionPlugin {
  let table: PolicyTable<CompiledMutating> | undefined
  const courses = new WeakMap<AdmissionRequest, Course>()
  return {
    name: 'mutating-admission-policy',
    views: [policies, bindings, namespaces],
    open(context) {
      const views = { policies: context.view(policies), bindings: context.view(bindings) }
      table = new PolicyTable(views, (policy) =>
        compileMutating(policy as unknown as MutatingAdmissionPolicy, context.expressions()),
      )
    },
    admits: (request) => table !== undefined && isJudged(request) && mayConcern(table, request),
    mutate(request, context) {
      const asked = before(request, context)
      const concerned = concernedBy<CompiledMutating, Binding>(table!, asked)
      const course = courses.get(request) ?? new Course()
      courses.set(request, course)
      course.round++
      return concerned.length > 0 ? carryOut(concerned, asked, course) : undefined
    },
  }
}

/** A request's way through the rounds of mutation. */
class Course {
  round = 0
  /** As policies have left it last. */
  left: KubeObject | undefined
  /** A mutation was carried out, even if the object is what it was. */
  hasMutated = false
  /** Of those that want to be asked again all that were asked. */
  readonly asked = new Set<string>()
}

interface Step {
  readonly policy: CompiledMutating
  readonly at: Asked['at']
  readonly binding: Binding
  readonly params: KubeObject | undefined
}

interface Fault {
  readonly message: string
  readonly reason?: 'Invalid'
}

/** Answers `again` when a mutation was carried out: the in-tree plugins, webhooks, and policies that ask for it, look at the object once more. */
async function carryOut(concerned: readonly Asked[], asked: Before, course: Course): Promise<'again' | undefined> {
  const { request } = asked
  const isDue = course.round === 1 || course.hasMutated || !sameJson(course.left, request.object)
  const faults: Fault[] = []
  const steps: Step[] = []
  for (const each of concerned) {
    const { policy, at } = each
    for await (const pairing of pairingsOf(each, asked)) {
      if ('params' in pairing) steps.push({ policy, at, ...pairing })
      else if (policy.failurePolicy === 'Fail') faults.push({ message: worded(policy, pairing.binding, pairing.fault) })
    }
  }
  for (const step of isDue ? steps : []) {
    const turn = shareTurns(asked)
    if (turn) await turn
    await follow(step, asked, { course, faults })
  }
  course.left = structuredClone(request.object)
  if (faults.length > 0) throw refusal(faults, request, asked)
  return course.hasMutated ? 'again' : undefined
}

const worded = ({ name }: CompiledMutating, binding: Binding | undefined, why: string): string =>
  binding
    ? `policy '${name}' with binding '${binding.metadata?.name}' denied request: ${why}`
    : `policy "${name}" denied request: ${why}`

interface Along {
  readonly course: Course
  readonly faults: Fault[]
}

/** Throws StatusErrors for what can't be the request's object. */
async function follow(step: Step, asked: Before, { course, faults }: Along): Promise<void> {
  const { policy, binding, params } = step
  const fail = (why: string) => {
    if (policy.failurePolicy === 'Fail') faults.push({ message: worded(policy, binding, why), reason: 'Invalid' })
  }
  const met = await meetsAll(step, asked)
  if (typeof met === 'object') fail(met.error)
  if (met !== true) return
  const key = JSON.stringify([policy.name, binding.metadata?.name, params?.metadata.namespace, params?.metadata.name])
  if (course.round > 1 && !course.asked.has(key)) return
  const done = await mutateAll(step, asked, fail)
  course.hasMutated ||= done
  if (policy.isReinvoked) course.asked.add(key)
}

async function meetsAll({ policy, at, params }: Step, asked: Before): Promise<boolean | { error: string }> {
  if (policy.conditions.length === 0) return true
  const seen = await seenAt(asked.request, at, asked.context)
  const inputs = { ...inputsOf(seen, asked, params), namespaceObject: undefined, budget: conditionsBudget }
  return meetsConditions(policy.conditions, policy.expressions.evaluation(inputs))
}

/** One after the other: each sees what those before it have made. Answers whether one was carried out. */
async function mutateAll({ policy, at, params }: Step, asked: Before, fail: (why: string) => void): Promise<boolean> {
  const { request, context } = asked
  let isDone = false
  for (const mutation of policy.mutations) {
    if (!request.object) return isDone
    const seen = await seenAt(request, at, context)
    try {
      const next = await mutated(mutation, { policy, seen, inputs: inputsOf(seen, asked, params), context })
      if (next) await context.versions.take(request, next, at)
      isDone = true
    } catch (error) {
      if (!(error instanceof MutationFailed)) throw error
      fail(error.message)
    }
  }
  return isDone
}

/** In upstream's shape: the first fault is the answer, all are its causes. */
function refusal(faults: readonly Fault[], request: AdmissionRequest, { versions }: Before): StatusError {
  const [first] = faults as readonly [Fault]
  const { group, plural } = versions()[0]!
  const { status } = forbidden({ group, plural }, nameOf(request), '')
  return new StatusError({
    ...status,
    message: first.message,
    reason: first.reason ?? 'Forbidden',
    details: { ...status.details, causes: faults.map(({ message }) => ({ message })) },
  })
}
