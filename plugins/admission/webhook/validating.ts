/** ValidatingWebhookConfigurations: all webhooks that a request concerns are asked at once, when everything else that may refuse it has let it pass. */
import type { AdmissionPlugin } from '../../../core/admission/contract.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { namespaces } from '../matching/selectors.js'
import { ask, type World } from './call.js'
import { mayConcern, type Surroundings, versionFor } from './choice.js'
import { type Hook, Hooks } from './hooks.js'
import { shownTo } from './shown.js'

const configurations = 'admissionregistration.k8s.io/validatingwebhookconfigurations'

export function validatingWebhooks(world: World): AdmissionPlugin {
  let hooks: Hooks | undefined
  return {
    name: 'validating-webhooks',
    views: [configurations, namespaces],
    validates: 'late',
    open(context) {
      hooks = new Hooks(context, configurations)
    },
    admits: (request) => hooks !== undefined && mayConcern(hooks.all(), request),
    validate: (request, context) => askAll(world, hooks?.all() ?? [], { request, context }),
  }
}

/** Rejects with the first refusal in the order of the hooks, when all have answered. */
async function askAll(world: World, hooks: readonly Hook[], surroundings: Surroundings): Promise<void> {
  const concerned: { readonly hook: Hook; readonly as: AskedAs }[] = []
  for (const hook of hooks) {
    const as = await versionFor(hook, surroundings)
    if (as) concerned.push({ hook, as })
  }
  const asked = surroundings.context.versions.all(surroundings.request)[0]
  const ends = await Promise.allSettled(
    concerned.map(async ({ hook, as }) => {
      const objects = await shownTo(as, surroundings)
      await ask(world, { hook, as, asked: asked ?? as, mutates: false, ...surroundings, ...objects })
    }),
  )
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
