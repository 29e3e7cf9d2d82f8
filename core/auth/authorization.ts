/** May they: authorizers in order; the first that has an opinion wins. */
import type { MaybePromise } from '../kit/index.js'
import type { Attributes, Authorizer, Decision } from './contract.js'

/** Whoever is in it may do everything, whatever the objects say: the way back in when roles were broken. */
const mastersGroup = 'system:masters'

export type Authorization = (attributes: Attributes) => MaybePromise<Decision>

const allowed: Decision = { verdict: 'allow' }

/** No opinion of any authorizer is answered as such, with their reasons; the caller refuses. */
export function createAuthorization(authorizers: readonly Authorizer[]): Authorization {
  const askFrom = (start: number, attributes: Attributes, reasons: string): MaybePromise<Decision> => {
    let told = reasons
    for (let at = start; at < authorizers.length; at++) {
      const answer = authorizers[at]!.authorize(attributes)
      if (answer instanceof Promise) {
        return answer.then((late) =>
          late.verdict === 'noOpinion' ? askFrom(at + 1, attributes, joined(told, late.reason)) : late,
        )
      }
      if (answer.verdict !== 'noOpinion') return answer
      told = joined(told, answer.reason)
    }
    return { verdict: 'noOpinion', reason: told }
  }
  return (attributes) => (attributes.user.groups.includes(mastersGroup) ? allowed : askFrom(0, attributes, ''))
}

const joined = (before: string, reason: string): string =>
  before && reason ? `${before}, ${reason}` : before || reason
