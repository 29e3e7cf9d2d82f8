/** Lists and watches of a version that a webhook can't make: to be asked again soon. */
import type { MaybePromise } from '../kit/index.js'
import { StatusError, tooManyRequests } from '../meta/index.js'

/** Seconds after which upstream has clients ask again. */
const soon = 1

/** Rejects with 429 and why where `made` rejects with 500: upstream answers these from a cache, which is not ready until all converts. Clients bridge a webhook's restart so. */
export async function whenConvertible<T>(made: MaybePromise<T>): Promise<T> {
  try {
    return await made
  } catch (error) {
    if (!(error instanceof StatusError) || error.code !== 500) throw error
    throw tooManyRequests(`storage is (re)initializing: ${error.message}`, soon)
  }
}
