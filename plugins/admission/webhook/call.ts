/** One webhook asked about one request. */
import type { AdmissionContext, AdmissionRequest } from '../../../core/admission/contract.js'
import type { Clock, Random } from '../../../core/kit/index.js'
import { StatusError, timeout } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { type ClientConfig, locate } from '../../kit/address.js'
import { BadAnswer, NoAnswerInTime, post } from '../../kit/post.js'
import type { Hook } from './hooks.js'
import { denied, noDryRun, uncallable } from './refusal.js'
import { reviewText, type Verdict, verdictIn } from './review.js'

export interface World {
  readonly clock: Clock
  readonly random: Random
}

export interface Call {
  readonly hook: Hook
  readonly request: AdmissionRequest
  readonly context: AdmissionContext
  /** The version that it is shown. */
  readonly as: AskedAs
  readonly asked: AskedAs
  readonly object: AdmissionRequest['object']
  readonly oldObject: AdmissionRequest['oldObject']
  readonly mutates: boolean
}

/** An answer is an object of the API and little more. */
const mostAnswerBytes = 4 * 1024 * 1024

/** What it says when it lets the request pass; undefined: it could not be asked, and its failurePolicy is Ignore. Throws StatusErrors, 504 when the request's own time is over. */
export async function ask(world: World, call: Call): Promise<Verdict | undefined> {
  const { hook, request } = call
  if (request.dryRun && !hook.allowsDryRun) throw noDryRun(hook.name)
  const timeoutMs = Math.min(hook.timeoutMs, leftMs(world, request))
  let verdict: Verdict
  try {
    verdict = await exchange(world, { ...call, timeoutMs })
  } catch (error) {
    if (!hook.failsOpen) throw uncallable(hook.name, reasonOf(error, hook, timeoutMs))
    leftMs(world, request)
    return undefined
  }
  for (const warning of verdict.warnings) request.warn(warning)
  if (!verdict.allowed) throw denied(hook.name, verdict.result)
  return verdict
}

/** When webhooks began to be asked about a request, on the monotonic clock. */
const begun = new WeakMap<AdmissionRequest, number>()
/** What every request has. */
const usualMs = 60_000

/** Of the request's time. Throws 504 when there is none. */
function leftMs({ clock }: World, request: AdmissionRequest): number {
  const now = clock.monotonicMs()
  const start = begun.get(request) ?? now
  begun.set(request, start)
  const left = (request.timeoutMs ?? usualMs) - (now - start)
  if (left <= 0) throw timeout("the request's time was up before all of its webhooks had answered")
  return left
}

const inSeconds = (ms: number): string => `${Math.ceil(ms / 1000)}s`

/** The other side was asked in vain, or its answer is none. */
class Failed extends Error {}

async function exchange({ clock, random }: World, call: Call & { readonly timeoutMs: number }): Promise<Verdict> {
  const { hook, request, context, mutates, timeoutMs } = call
  const version = hook.reviewVersions.find((each) => each === 'v1' || each === 'v1beta1')
  if (!version) throw new Failed('its admissionReviewVersions name none that is spoken here: v1 or v1beta1')
  const uid = random.uuid()
  const address = await locate(hook.clientConfig, { guarded: context.guarded, random })
  const path = `${address.path}${address.path.includes('?') ? '&' : '?'}timeout=${inSeconds(timeoutMs)}`
  const text = reviewText(request, { ...call, version, uid })
  const answer = await post({ ...address, path }, text, { clock, timeoutMs, mostBytes: mostAnswerBytes })
  try {
    return verdictIn(answer, { uid, version, mutates })
  } catch (error) {
    throw new Failed(`received invalid webhook response: ${(error as Error).message}`)
  }
}

/** In the words of upstream's client, which people search for. */
function reasonOf(error: unknown, { clientConfig }: Hook, timeoutMs: number): string {
  if (error instanceof Failed) return error.message
  const posted = `failed to call webhook: Post ${JSON.stringify(`${urlOf(clientConfig)}?timeout=${inSeconds(timeoutMs)}`)}: `
  if (error instanceof NoAnswerInTime) return `${posted}context deadline exceeded`
  if (error instanceof StatusError) return posted + error.message
  if (error instanceof BadAnswer) return `failed to call webhook: ${answered(error)}`
  return posted + (error instanceof Error ? error.message : String(error))
}

function answered({ code, text }: BadAnswer): string {
  if (code === 404) return 'the server could not find the requested resource'
  return `an error on the server (${JSON.stringify(text.trim() || 'unknown')}) has prevented the request from succeeding`
}

function urlOf({ url, service }: ClientConfig): string {
  if (!service) return url ?? ''
  return `https://${service.name}.${service.namespace}.svc:${service.port ?? 443}${service.path || '/'}`
}
