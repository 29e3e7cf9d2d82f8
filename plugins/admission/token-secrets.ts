/** Fills Secrets of type `kubernetes.io/service-account-token` when they are written: what upstream's token controller does a moment later. */
import type { AdmissionPlugin, AdmissionRequest } from '../../core/admission/contract.js'
import type { KubeObject } from '../../core/meta/index.js'

const accounts = 'serviceaccounts'
const type = 'kubernetes.io/service-account-token'
const accountName = 'kubernetes.io/service-account.name'
const accountUid = 'kubernetes.io/service-account.uid'

export interface TokenSource {
  /** A token that lasts as long as the account and the Secret that holds it. */
  issue(of: {
    readonly namespace: string
    readonly serviceaccount: { readonly name: string; readonly uid: string }
    readonly secret: string
  }): Promise<string>
  /** Certificates of the API's authority, PEM. */
  readonly authorities: string
}

interface Secret extends KubeObject {
  readonly type?: string
  data?: Record<string, string>
}

export function tokenSecrets(source: TokenSource): AdmissionPlugin {
  return {
    name: 'token-secrets',
    views: [accounts],
    // The object is looked at last: a large one is parsed by that.
    admits: (request) =>
      request.plural === 'secrets' &&
      request.group === '' &&
      request.subresource === '' &&
      (request.operation === 'CREATE' || request.operation === 'UPDATE') &&
      request.object?.['type'] === type,
    mutate(request, context) {
      const { annotations } = request.object!.metadata
      const name = annotations?.[accountName] ?? ''
      const account = context.view(accounts).get(request.namespace, name)
      const uid = account?.metadata.uid
      const claimed = annotations?.[accountUid]
      if (!account || !uid || account.metadata.deletionTimestamp || (claimed && claimed !== uid)) return
      return fill(request, { name, uid }, source)
    },
  }
}

async function fill(
  { object, namespace, name }: AdmissionRequest,
  serviceaccount: { readonly name: string; readonly uid: string },
  { issue, authorities }: TokenSource,
): Promise<void> {
  const secret = object as Secret
  secret.metadata.annotations = { ...secret.metadata.annotations, [accountUid]: serviceaccount.uid }
  const holder = secret.metadata.name ?? name
  const token = secret.data?.['token'] || base64(await issue({ namespace, serviceaccount, secret: holder }))
  secret.data = { 'ca.crt': base64(authorities), namespace: base64(namespace), ...secret.data, token }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
