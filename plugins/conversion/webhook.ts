/** Conversion by a webhook: a ConversionReview is sent to the address that the definition names, and its answer is checked. */

import type { Clock, Random } from '../../core/kit/index.js'
import { writeJson } from '../../core/kit/index.js'
import { type KubeObject, StatusError } from '../../core/meta/index.js'
import type { ConversionPlugin, ConversionSettings, Guarded } from '../../core/registry/contract.js'
import { type ClientConfig, locate } from '../kit/address.js'
import { post } from '../kit/post.js'
import { convertedIn, reviewOf } from './review.js'

interface WebhookSettings {
  readonly webhook?: {
    readonly clientConfig?: ClientConfig
    readonly conversionReviewVersions?: readonly string[]
  }
}

/** Objects sent in one review; a longer list takes several, one after the other. */
const mostInReview = 2000

/** An answer may be so much longer than what was sent, and no more. */
const growth = 8
const leastRoom = 16 * 1024 * 1024

/** Upstream's bound for one call. */
const timeoutMs = 30_000

/** Errors are a 500 that names the webhook's kind, as upstream's. Memory: nothing between calls. */
export function webhookConversion(world: { readonly clock: Clock; readonly random: Random }): ConversionPlugin {
  return {
    strategy: 'Webhook',
    open: (settings, { guarded }) => ({
      isPortable: true,
      async convert(objects, apiVersion) {
        const converted: KubeObject[] = []
        try {
          for (let at = 0; at < objects.length; at += mostInReview) {
            const some = objects.slice(at, at + mostInReview)
            converted.push(...(await ask(world, { settings, guarded }, { objects: some, apiVersion })))
          }
        } catch (error) {
          throw failure(settings, objects, error)
        }
        return converted
      },
    }),
  }
}

async function ask(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  { settings, guarded }: { readonly settings: ConversionSettings; readonly guarded: Guarded },
  wanted: { readonly objects: readonly KubeObject[]; readonly apiVersion: string },
): Promise<readonly KubeObject[]> {
  const { webhook } = settings.conversion as WebhookSettings
  const version = webhook?.conversionReviewVersions?.find((each) => each === 'v1' || each === 'v1beta1')
  if (!webhook?.clientConfig || !version) throw new Error('the definition does not say how it is called')
  const { path, ...place } = await locate(webhook.clientConfig, { guarded, random })
  const address = { ...place, path: `${path}${path.includes('?') ? '&' : '?'}timeout=${timeoutMs / 1000}s` }
  const review = reviewOf({ ...wanted, version, uid: random.uuid() })
  const { request } = review
  const body = writeJson({ ...review, request: { ...request, objects: request.objects.map(withoutRevision) } })
  const mostBytes = Math.max(leastRoom, body.length * growth)
  const answer = await post(address, body, { clock, timeoutMs, mostBytes })
  return convertedIn(answer, review)
}

/** As upstream's storage, which sets it when an object is whole. */
function withoutRevision({ metadata: { resourceVersion: _, ...metadata }, ...object }: KubeObject): object {
  return { ...object, metadata }
}

/** Named by the version that is converted from, as upstream: what people search for. */
function failure({ kind }: ConversionSettings, [first]: readonly KubeObject[], error: unknown): StatusError {
  const why = error instanceof Error ? error.message : String(error)
  const message = `conversion webhook for ${first?.apiVersion}, Kind=${kind} failed: ${why}`
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    code: 500,
  })
}
