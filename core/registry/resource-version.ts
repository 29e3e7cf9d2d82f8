/** What a resourceVersion in a query asks for, and the waiting until it is there. */
import type { Clock } from '../kit/index.js'
import { badRequest, StatusError } from '../meta/index.js'
import type { WatchLog } from '../watch/index.js'

/** How long a read waits for a revision that this server has not reached (upstream's blockTimeout). */
const patienceMs = 3000

/** 0 for '' and '0'; what no revision will ever reach is the largest. Throws 400 for what is no whole number of 64 bits. */
export function parseRevision(text: string | null | undefined, field = 'resourceVersion'): number {
  if (text === undefined || text === null || text === '' || text === '0') return 0
  if (/^\d{1,15}$/.test(text)) return Number(text)
  if (/^\d{16,20}$/.test(text) && BigInt(text) < 2n ** 64n) return Math.min(Number(text), Number.MAX_SAFE_INTEGER)
  throw badRequest(`${field}: Invalid value: ${JSON.stringify(text)}: must be a whole number of at most 64 bits`)
}

/** Resolves when the log has reached `revision`. Throws 504 with upstream's cause when it has not within 3 s. */
export async function awaitRevision(
  { log, clock }: { readonly log: WatchLog; readonly clock: Clock },
  revision: number,
): Promise<void> {
  const reached = log.reached(revision)
  if (!reached) return
  let timer: { cancel(): void } | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = clock.after(patienceMs, () => reject(tooLargeRevision(revision, log.revision())))
  })
  try {
    await Promise.race([reached, timeout])
  } finally {
    timer?.cancel()
  }
}

/** Clients look for the cause ResourceVersionTooLarge. */
export function tooLargeRevision(asked: number, current: number): StatusError {
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `Timeout: Too large resource version: ${asked}, current: ${current}`,
    reason: 'Timeout',
    details: {
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
      retryAfterSeconds: 1,
    },
    code: 504,
  })
}
