/** What other API servers know this one by when it speaks for somebody else: a certificate of an authority of its own, and the ConfigMap that tells them whom to trust. */
import { join } from 'node:path'
import { Authority } from '../http/index.js'
import type { Clock, Random } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'

/** PEM. */
export interface FrontProxyKeys {
  readonly certificate: string
  readonly key: string
  /** Who signed the certificate, and nothing else. */
  readonly authorities: string
}

const clientName = 'front-proxy-client'

/** Made in the folder when they are missing. Whoever holds the cluster's own authority can't make one. */
export function frontProxyKeys(
  folder: string,
  world: { readonly clock: Clock; readonly random: Random },
): FrontProxyKeys {
  const authority = new Authority(join(folder, 'front-proxy'), world)
  const pair = authority.ensure('client', { commonName: clientName, usage: 'client' })
  return { ...pair, authorities: authority.certificate }
}

/** kube-system/extension-apiserver-authentication, as upstream's servers of extension APIs read it. */
export function extensionAuthentication(clientAuthorities: string, { authorities }: FrontProxyKeys): KubeObject {
  const metadata = { name: 'extension-apiserver-authentication', namespace: 'kube-system' }
  const data = {
    'client-ca-file': clientAuthorities,
    'requestheader-allowed-names': JSON.stringify([clientName]),
    'requestheader-client-ca-file': authorities,
    'requestheader-extra-headers-prefix': '["X-Remote-Extra-"]',
    'requestheader-group-headers': '["X-Remote-Group"]',
    'requestheader-uid-headers': '["X-Remote-Uid"]',
    'requestheader-username-headers': '["X-Remote-User"]',
  }
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data }
}
