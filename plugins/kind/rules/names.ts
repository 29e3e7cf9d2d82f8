/** Names of other things in specs: what each sort of them may look like. */
import { dns1123SubdomainErrors, pathSegmentErrors, type StatusCause } from '../../../core/meta/index.js'
import { invalid, invalids, required } from '../causes.js'

/** `*.` and a DNS name. */
export function wildcardErrors(host: string): string[] {
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
