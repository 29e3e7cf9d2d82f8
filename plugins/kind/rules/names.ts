/** Names of other things in specs: what each sort of them may look like. */
import {
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  pathSegmentErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import { invalid, invalids, required, tooLong } from '../causes.js'

/** `*.` and a DNS name. */
function wildcardErrors(host: string): string[] {
  const rest = host.replace(/^\*\./, '')
  return rest !== host && !dns1123SubdomainErrors(rest).length
    ? []
    : ["must be '*.' followed by a DNS name of lower case letters, digits, '-' and '.', such as '*.example.com'"]
}

/** A host of a rule or certificate. */
export const hostErrors = (host: string): string[] =>
  host.includes('*') ? wildcardErrors(host) : dns1123SubdomainErrors(host)

/** `example.com/what`: a DNS name and a path. */
export function domainPathErrors(path: string): string[] {
  const at = path.indexOf('/')
  if (at <= 0 || at === path.length - 1) return ["must be a DNS name and a path, such as 'example.com/controller'"]
  const errors = dns1123SubdomainErrors(path.slice(0, at))
  return /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path.slice(at + 1))
    ? errors
    : [...errors, 'the path must be of the characters that stand in a path of a URL']
}

const mostDomain = 253
/** Of a signer's name: a domain and, behind it, a namespace and a name. */
const mostSigner = 571

/** `example.com/signer`: a domain of two labels at least, and names with dots between. Of either only the first bad one is told. */
export function signerErrors(name: string, field: string): StatusCause[] {
  const [domain = '', path, ...more] = name.split('/')
  if (path === undefined || more.length)
    return [invalid(field, name, "must be a DNS name and a name, such as 'example.com/signer'")]
  const labels = domain.split('.')
  const firstWrong = (words: readonly string[], look: (word: string) => string[]) => {
    const wrong = words.find((word) => look(word).length > 0)
    return wrong === undefined ? [] : look(wrong)
  }
  return [
    ...(domain.length > mostDomain ? [tooLong(field, mostDomain)] : []),
    ...invalids(field, domain, firstWrong(labels, dns1123LabelErrors)),
    ...(labels.length < 2 ? [invalid(field, domain, 'must be a domain of two labels at least')] : []),
    ...invalids(field, path, firstWrong(path.split('.'), dns1123SubdomainErrors)),
    ...(name.length > mostSigner ? [tooLong(field, mostSigner)] : []),
  ]
}

interface Reference {
  /** Left out it can be null. */
  readonly apiGroup?: string | null
  readonly kind?: string
  readonly name?: string
}

/** An object of any kind, by group, kind and name. The schema asks for kind and name. */
export function referenceErrors({ apiGroup, kind, name }: Reference, field: string): StatusCause[] {
  return [
    ...(apiGroup === undefined || apiGroup === null
      ? []
      : invalids(`${field}.apiGroup`, apiGroup, dns1123SubdomainErrors(apiGroup))),
    ...invalids(`${field}.kind`, kind, pathSegmentErrors(kind ?? '')),
    ...invalids(`${field}.name`, name, pathSegmentErrors(name ?? '')),
  ]
}

export const ofPorts = 'must be from 1 to 65535'

export const portErrors = (port: number, field: string): StatusCause[] =>
  port >= 1 && port <= 65_535 ? [] : [invalid(field, port, ofPorts)]

/** Names of ports that services and ingresses know: IANA's service names. */
export const portNameErrors = (name: string): string[] =>
  name.length <= 15 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name)
    ? []
    : ['must be at most 15 lower case letters, digits and single hyphens, at least one of them a letter']

/** Empty is missing. */
export const presentErrors = (value: string | undefined, field: string): StatusCause[] =>
  value ? [] : [required(field)]
