import { isReason } from '../../client/index.js'
import { StatusError } from '../../meta/index.js'
import type { Refusal } from '../../operator.js'
import type { ChildWrite } from './compare.js'

/** What came of a plan's writes. */
export class Outcome {
  readonly refusals: Refusal[] = []
  /** Something was not as the cache said: plan again from a fresher one. */
  stale = false
  /** No answer, or one that says "later". */
  failure: Error | undefined
  /** The server asked to be left alone for so long. */
  retryAfterMs = 0

  get accepted(): boolean {
    return !this.stale && !this.failure && !this.refusals.length
  }

  /** No further creates: the next ones would fare the same. */
  get stopped(): boolean {
    return this.failure !== undefined || this.refusals.length > 0
  }

  /** Sorts an error of a write at `write`. */
  failed(error: unknown, write?: ChildWrite): void {
    if (!(error instanceof StatusError)) this.failure = error as Error
    else if (error.code === 429 || isReason(error, 'Conflict')) {
      if (error.code === 429) this.failure = error
      else this.stale = true
      this.retryAfterMs = (error.status.details?.retryAfterSeconds ?? 0) * 1000
    } else if (write) this.refusals.push(refusalOf(error, write))
    else this.failure = error
  }
}

function refusalOf(error: StatusError, { verb, kind, object }: ChildWrite): Refusal {
  return {
    verb,
    kind: kind.kind,
    name: String(object.metadata.name),
    code: error.code,
    reason: error.reason,
    message: error.message,
    causes: error.status.details?.causes ?? [],
  }
}
