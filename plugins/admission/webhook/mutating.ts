/** MutatingWebhookConfigurations: the webhooks that a request concerns are asked one after the other, each shown what those before it have made of the object. */
import type { AdmissionPlugin, AdmissionRequest } from '../../../core/admission/contract.js'
import { readJson, writeJson } from '../../../core/kit/index.js'
import { internalError, type KubeObject, sameJson, StatusError } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { namespaces } from '../matching/selectors.js'
import { ask, type World } from './call.js'
import { mayConcern, type Surroundings, versionFor } from './choice.js'
import { type Hook, Hooks } from './hooks.js'
import { shownTo } from './shown.js'

const configurations = 'admissionregistration.k8s.io/mutatingwebhookconfigurations'

export function mutatingWebhooks(world: World): AdmissionPlugin {
  let hooks: Hooks | undefined
  const rounds = new WeakMap<AdmissionRequest, FirstRound>()
  return {
    name: 'mutating-webhooks',
    views: [configurations, namespaces],
    open(context) {
      hooks = new Hooks(context, configurations)
    },
    admits: (request) => hooks !== undefined && mayConcern(hooks.all(), request),
    async mutate(request, context) {
      const first = rounds.get(request)
      const all = hooks?.all() ?? []
      if (first) return askAgain(world, all, { request, context, first })
      const round = await askAll(world, all, { request, context })
      rounds.set(request, round)
      return round.changed ? 'again' : undefined
    },
  }
}

/** What the second round must know of the first. */
interface FirstRound {
  readonly changed: boolean
  /** Of hooks that want to be asked again: those after whose answer another has changed the object. */
  readonly due: Set<string>
  /** Of such hooks all that were asked. */
  readonly asked: Set<string>
  /** The object as the last has left it. */
  readonly left: KubeObject | undefined
}

async function askAll(world: World, hooks: readonly Hook[], surroundings: Surroundings): Promise<FirstRound> {
  const due = new Set<string>()
  const asked = new Set<string>()
  let changed = false
  for (const hook of hooks) {
    const as = await versionFor(hook, surroundings)
    if (!as) continue
    if (await changes(world, hook, { ...surroundings, as })) {
      changed = true
      for (const id of asked) due.add(id)
    }
    if (hook.isReinvoked) asked.add(hook.id)
  }
  return { changed, due, asked, left: structuredClone(surroundings.request.object) }
}

/** None is asked for the first time now, even if the object has come to concern it. */
async function askAgain(
  world: World,
  hooks: readonly Hook[],
  { first, ...surroundings }: Surroundings & { readonly first: FirstRound },
): Promise<void> {
  const { due, asked, left } = first
  const everyDue = () => {
    for (const id of asked) due.add(id)
  }
  if (!sameJson(surroundings.request.object, left)) everyDue()
  for (const hook of hooks) {
    const as = due.has(hook.id) ? await versionFor(hook, surroundings) : undefined
    if (as && (await changes(world, hook, { ...surroundings, as }))) everyDue()
  }
}

/** Asks, and lays the patch that comes back over the object. Answers whether it is another object now. */
async function changes(
  world: World,
  hook: Hook,
  { as, ...surroundings }: Surroundings & { readonly as: AskedAs },
): Promise<boolean> {
  const { request, context } = surroundings
  const { object, oldObject } = await shownTo(as, surroundings)
  const asked = context.versions.all(request)[0] ?? as
  const verdict = await ask(world, { hook, as, asked, mutates: true, ...surroundings, object, oldObject })
  const { patch } = verdict ?? {}
  if (patch === undefined || (Array.isArray(patch) && patch.length === 0)) return false
  if (!object) throw internalError(noObject(hook))
  const before = readJson(writeJson(object)) as KubeObject
  let next: KubeObject
  try {
    next = context.versions.patched(object, patch)
    if (context.versions.isSame(before, next, as)) return false
    await context.versions.take(request, next, as)
  } catch (error) {
    // Another namespace, or revision, is the request's fault, as upstream finds it when all have been asked.
    if (error instanceof StatusError && (error.code === 409 || isElsewhere(request, next!))) throw error
    throw internalError(error instanceof Error ? error.message : String(error))
  }
  return true
}

const isElsewhere = ({ namespace }: AdmissionRequest, next: KubeObject | undefined): boolean =>
  namespace !== '' && Boolean(next?.metadata?.namespace) && next!.metadata.namespace !== namespace

const noObject = ({ name }: Hook): string =>
  `admission webhook ${JSON.stringify(name)} attempted to modify the object, which is not supported for this operation`
