/** Who may come in and what they may do, in this build: identities, roles, tokens, and the plugins that ask about them. */
import { certificateRequests } from '../../plugins/admission/certificate-requests.js'
import {
  RbacAuthorizer,
  type RbacViews,
  rbacEscalationGuard,
  rbacKinds,
  type Rule,
} from '../../plugins/auth/rbac/index.js'
import { ServiceAccountTokens, serviceAccountAuthenticator } from '../../plugins/auth/serviceaccount/index.js'
import { x509Authenticator } from '../../plugins/auth/x509/index.js'
import { accessReviews } from '../../plugins/subresource/access-reviews.js'
import { selfSubjectReview, tokenReview } from '../../plugins/subresource/identity-reviews.js'
import { serviceAccountToken } from '../../plugins/subresource/serviceaccount-token.js'
import type { AdmissionPlugin } from '../admission/index.js'
import {
  type Attributes,
  type Authenticator,
  type Authorization,
  type Authorizer,
  createAuthentication,
  createAuthorization,
  pathAuthorizer,
  type User,
} from '../auth/index.js'
import type { Clock, Random } from '../kit/index.js'
import { ifNotFound } from '../meta/index.js'
import type { Guarded, SubresourcePlugin } from '../registry/index.js'
import type { FixedDocument } from '../server/plain-paths.js'
import type { Views } from '../server/views.js'

export interface AccessOptions {
  /** Signs service account tokens: EC P-256, PEM. */
  readonly tokenKey: string
  /** Who the API is to tokens; the first is whom those that name nobody are for. Left out: the issuer. */
  readonly audiences?: readonly string[] | undefined
  readonly clock: Clock
  readonly random: Random
}

/** Issuer of tokens. */
const issuer = 'https://kubernetes.default.svc.cluster.local'

/** What is open to everybody, whatever the roles say. */
const open = ['/healthz', '/livez', '/readyz', '/version', '/version/']

/** Plugins of access, tied together. Invariant: `authorizers` is called before the first request. */
export class Access {
  readonly views: readonly string[] = Object.values(rbacKinds)
  readonly admission: readonly AdmissionPlugin[]
  readonly subresources: readonly SubresourcePlugin[]
  /** A token for a Secret to hold. */
  readonly lastingToken: ServiceAccountTokens['issueLasting']
  /** For those who check service account tokens on their own. */
  readonly documents: readonly FixedDocument[]
  readonly #options: AccessOptions
  readonly #tokens: ServiceAccountTokens
  readonly #audiences: readonly string[]
  #rbac: RbacAuthorizer | undefined
  #authorization: Authorization | undefined
  #guarded: Guarded | undefined

  constructor(options: AccessOptions) {
    this.#options = options
    const { tokenKey: key, audiences = [issuer], clock, random } = options
    this.#audiences = audiences
    this.#tokens = new ServiceAccountTokens({ key, issuer, audiences, clock, random })
    this.lastingToken = (of) => this.#tokens.issueLasting(of)
    this.documents = issuerDocuments(this.#tokens)
    const authorize = (attributes: Attributes) => this.#authorization!(attributes)
    const rulesFor = (user: User, namespace: string): readonly Rule[] => this.#rbac!.rulesFor(user, namespace)
    const rulesOfRole: RbacAuthorizer['rulesOfRole'] = (namespace, ref) => this.#rbac!.rulesOfRole(namespace, ref)
    this.admission = [rbacEscalationGuard({ rulesFor, rulesOfRole, authorize }), certificateRequests({ authorize })]
    this.subresources = [
      ...accessReviews({ authorize, rulesFor }),
      selfSubjectReview,
      tokenReview({ review: (token, audiences) => this.#review(token, audiences) }),
      serviceAccountToken(this.#tokens, audiences),
    ]
  }

  authenticators(guarded: Guarded): readonly Authenticator[] {
    this.#guarded = guarded
    return [x509Authenticator(), this.#serviceAccounts(this.#audiences)]
  }

  authorizers(views: Views): readonly Authorizer[] {
    const shown = Object.fromEntries(Object.entries(rbacKinds).map(([name, kind]) => [name, views.view(kind)]))
    this.#rbac = new RbacAuthorizer(shown as unknown as RbacViews)
    const all = [pathAuthorizer(open), this.#rbac]
    this.#authorization = createAuthorization(all)
    return all
  }

  #serviceAccounts(audiences: readonly string[], mostKnown?: number): Authenticator {
    const lookup = (groupPlural: string, namespace: string, name: string) =>
      this.#guarded!.get(groupPlural, namespace, name).catch(ifNotFound)
    return serviceAccountAuthenticator({
      tokens: this.#tokens,
      audiences,
      lookup,
      clock: this.#options.clock,
      ...(mostKnown === undefined ? {} : { mostKnown }),
    })
  }

  async #review(token: string, asked: readonly string[]) {
    const audiences = asked.length ? asked : this.#audiences
    const authenticate = createAuthentication([this.#serviceAccounts(audiences, 1)])
    const user = await authenticate({ bearer: token })
    const meant = (await this.#tokens.verify(token)).audiences
    return { user, audiences: audiences.filter((each) => meant.includes(each)) }
  }
}

/** OpenID Connect discovery of the issuer, as upstream serves it. */
function issuerDocuments(tokens: ServiceAccountTokens): readonly FixedDocument[] {
  const configuration = {
    issuer,
    jwks_uri: `${issuer}/openid/v1/jwks`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  }
  return [
    { path: '/.well-known/openid-configuration', contentType: 'application/json', value: configuration },
    { path: '/openid/v1/jwks', contentType: 'application/jwk-set+json', value: { keys: [tokens.publicKey()] } },
  ]
}
