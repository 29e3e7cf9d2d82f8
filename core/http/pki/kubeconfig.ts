import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { KeyPair } from './authority.js'

/** A kubeconfig of one context with everything in it, as YAML. */
export function kubeconfigText(options: {
  /** `https://127.0.0.1:6443` */
  readonly server: string
  /** Name of context, cluster and user. */
  readonly context: string
  readonly certificateAuthority: string
  readonly client: KeyPair
}): string {
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const { context } = options
  return `apiVersion: v1
kind: Config
current-context: ${context}
clusters:
- name: ${context}
  cluster:
    server: ${options.server}
    certificate-authority-data: ${base64(options.certificateAuthority)}
contexts:
- name: ${context}
  context:
    cluster: ${context}
    user: ${context}
users:
- name: ${context}
  user:
    client-certificate-data: ${base64(options.client.certificate)}
    client-key-data: ${base64(options.client.key)}
`
}

/** Writes it whole or not at all, readable by its owner alone. */
export function writeKubeconfig(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, text, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
