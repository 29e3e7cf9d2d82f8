/** What the signers of Kubernetes itself sign, and what not (facts of pkg/apis/certificates/helpers.go). */
import type { Request } from './request.js'

export type Signer = keyof typeof signers

/** Each answers why it does not sign a request; undefined: it does. */
export const signers = {
  'kubernetes.io/kube-apiserver-client': (_: Request, usages: readonly string[]) =>
    usageFault(usages, { must: ['client auth'], may: ['digital signature', 'key encipherment'] }),
  'kubernetes.io/kube-apiserver-client-kubelet': (request: Request, usages: readonly string[]) => {
    const { dns, addresses, emails, uris } = request.names
    if (dns + addresses + emails + uris > 0) return 'a kubelet that is a client has no alternative names'
    return (
      nodeFault(request) ??
      usageFault(usages, { must: ['client auth', 'digital signature'], may: ['key encipherment'] })
    )
  },
  'kubernetes.io/kubelet-serving': (request: Request, usages: readonly string[]) => {
    const { dns, addresses, emails, uris } = request.names
    if (dns + addresses === 0) return 'a kubelet that serves has a DNS name or an address'
    if (emails + uris > 0) return 'a kubelet that serves has DNS names and addresses alone'
    return (
      nodeFault(request) ??
      usageFault(usages, { must: ['server auth', 'digital signature'], may: ['key encipherment'] })
    )
  },
} as const

export const isSigner = (name: string): name is Signer => Object.hasOwn(signers, name)

function nodeFault({ organizations, commonName }: Request): string | undefined {
  if (organizations.join() !== 'system:nodes') return 'the organization of the subject is not system:nodes'
  return commonName.startsWith('system:node:')
    ? undefined
    : 'the common name of the subject does not begin with system:node:'
}

function usageFault(
  usages: readonly string[],
  { must, may }: { readonly must: readonly string[]; readonly may: readonly string[] },
): string | undefined {
  const stray = usages.find((each) => !must.includes(each) && !may.includes(each))
  if (stray !== undefined) return `usage ${stray} is none of this signer's`
  const missing = must.find((each) => !usages.includes(each))
  return missing === undefined ? undefined : `usage ${missing} is missing`
}
