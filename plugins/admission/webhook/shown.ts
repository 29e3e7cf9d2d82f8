/** The objects of a request as a webhook is shown them. */
import { internalError, type KubeObject } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import type { Surroundings } from './choice.js'

export interface Shown {
  readonly object: KubeObject | undefined
  readonly oldObject: KubeObject | undefined
}

/** Copies, in that version. Rejects with 500 where they can't be converted. */
export async function shownTo(as: AskedAs, { request, context }: Surroundings): Promise<Shown> {
  const present = (object: KubeObject | undefined) => object && context.versions.present(request, object, as)
  try {
    const object = await present(request.object)
    return { object, oldObject: await present(request.oldObject) }
  } catch (error) {
    throw internalError(error instanceof Error ? error.message : String(error))
  }
}
