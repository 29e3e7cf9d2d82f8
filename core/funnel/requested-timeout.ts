import { badRequest, type StatusError } from '../meta/index.js'

const unitsMs: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
}
const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g
/** Invariant: there is one way to read a text, so that one which is no duration is known as such at once. */
const whole = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/

/** 2^63 nanoseconds. */
const mostMs = 2 ** 63 / 1e6

/** Milliseconds that a request's `timeout` parameter allows (Go's notation of durations); undefined when it asks for none, or for 0. Throws 400. */
export function requestedTimeoutMs(query: string): number | undefined {
  if (!query.includes('timeout=')) return undefined
  const text = new URLSearchParams(query).get('timeout')
  if (!text) return undefined
  if (!whole.test(text)) throw refusal(text)
  let ms = 0
  for (const [, amount, unit] of text.matchAll(part)) ms += Number(amount) * unitsMs[String(unit)]!
  if (ms > mostMs) throw refusal(text)
  return text.startsWith('-') || ms === 0 ? undefined : ms
}

const refusal = (text: string): StatusError =>
  badRequest(`invalid timeout specified in the request URL - ${JSON.stringify(text)} is not a duration such as 30s`)
