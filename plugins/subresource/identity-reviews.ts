/** `kubectl auth whoami` and the checking of tokens for others: the kinds of authentication.k8s.io that are only ever created. */
import type { User } from '../../core/auth/contract.js'
import { badRequest, type KubeObject, StatusError, timestamp } from '../../core/meta/index.js'
import type { SubresourcePlugin } from '../../core/registry/contract.js'

const group = 'authentication.k8s.io'

export interface TokenReviewParts {
  /** Whose token it is, and for whom it is meant; undefined: nobody's. Throws 401 for a bad one. */
  review(
    token: string,
    audiences: readonly string[],
  ): Promise<{ readonly user: User; readonly audiences: readonly string[] } | undefined>
}

/** SelfSubjectReview: the asker as the server sees them. */
export const selfSubjectReview: SubresourcePlugin = {
  group,
  plural: 'selfsubjectreviews',
  subresource: '',
  answer: ({ user, object }, context) => ({
    status: 201,
    object: {
      kind: 'SelfSubjectReview',
      apiVersion: object?.apiVersion ?? `${group}/v1`,
      metadata: { creationTimestamp: timestamp(context.now()) },
      status: { userInfo: userInfo(user) },
    },
  }),
}

export function tokenReview(parts: TokenReviewParts): SubresourcePlugin {
  return {
    group,
    plural: 'tokenreviews',
    subresource: '',
    async answer({ object }) {
      const spec = (object?.['spec'] ?? {}) as { readonly token?: string; readonly audiences?: readonly string[] }
      if (!spec.token) throw badRequest('set spec.token to the token that is asked about')
      const status = await statusOf(parts, spec.token, spec.audiences ?? [])
      const { apiVersion = `${group}/v1`, metadata } = object as KubeObject
      return {
        status: 201,
        object: {
          kind: 'TokenReview',
          apiVersion,
          metadata: { ...metadata },
          spec,
          status,
        },
      }
    },
  }
}

async function statusOf(parts: TokenReviewParts, token: string, audiences: readonly string[]): Promise<object> {
  try {
    const found = await parts.review(token, audiences)
    if (!found) return { user: {} }
    return { authenticated: true, user: userInfo(found.user), audiences: found.audiences }
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    return { user: {}, error: 'the token is not valid' }
  }
}

function userInfo({ username, uid, groups, extra }: User): object {
  return { username, ...(uid ? { uid } : {}), groups, ...(extra ? { extra } : {}) }
}
