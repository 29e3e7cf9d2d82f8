/** What is wrong with an Ingress beyond its schema. */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import type { Ingress, IngressBackend } from '../../crds/generated/tokens.js'
import { invalid, invalids, required } from './causes.js'
import { addressErrors, notAnAddress, parseAddress, standing } from './rules/address.js'
import { hostErrors, portNameErrors, referenceErrors } from './rules/names.js'

/** The older way to name the class. */
const classAnnotation = 'kubernetes.io/ingress.class'

export function ingressErrors(ingress: Ingress, old: Ingress | undefined): StatusCause[] {
  const { spec } = ingress
  if (!spec?.rules?.length && !spec?.defaultBackend)
    return [invalid('spec', spec ?? {}, 'name a `defaultBackend` or `rules`')]
  const errors = spec.defaultBackend ? backendErrors(spec.defaultBackend, 'spec.defaultBackend') : []
  for (const [index, { host, http }] of (spec.rules ?? []).entries()) {
    const at = `spec.rules[${index}]`
    if (host && parseAddress(host)) errors.push(invalid(`${at}.host`, host, notAnAddress))
    if (host) errors.push(...invalids(`${at}.host`, host, hostErrors(host)))
    for (const [place, { path, pathType, backend }] of (http?.paths ?? []).entries()) {
      const here = `${at}.http.paths[${place}]`
      if (!pathType) continue
      errors.push(...pathErrors(path ?? '', pathType, `${here}.path`))
      if (backend) errors.push(...backendErrors(backend, `${here}.backend`))
    }
  }
  errors.push(...certificateErrors(ingress))
  const name = spec.ingressClassName
  if (!old) return [...errors, ...classErrors(ingress)]
  return name === undefined
    ? errors
    : [...errors, ...invalids('spec.ingressClassName', name, dns1123SubdomainErrors(name))]
}

/** Of a new one. */
export const ingressWarnings = ({ metadata, spec }: Ingress, old: Ingress | undefined): string[] =>
  !old && metadata.annotations?.[classAnnotation] !== undefined && spec?.ingressClassName === undefined
    ? [`annotation "${classAnnotation}" is the older way: name the class by spec.ingressClassName`]
    : []

/** Whether a cause lies in a backend of which no more is told than that it is two things, or none. */
export function isInUnclearBackend({ spec }: Ingress, { field = '' }: StatusCause): boolean {
  const [at, rule, path] = /^spec\.(?:defaultBackend|rules\[(\d+)\]\.http\.paths\[(\d+)\]\.backend)\./.exec(field) ?? []
  if (!at) return false
  const backend = rule ? spec?.rules?.[Number(rule)]?.http?.paths?.[Number(path)]?.backend : spec?.defaultBackend
  const { name, number } = backend?.service?.port ?? {}
  return Boolean(backend?.service && backend.resource) || (Boolean(name && number) && field.endsWith('.port.number'))
}

function certificateErrors({ spec }: Ingress): StatusCause[] {
  return (spec?.tls ?? []).flatMap(({ hosts, secretName }, index) => {
    const at = `spec.tls[${index}]`
    const errors = (hosts ?? []).flatMap((host, place) => invalids(`${at}.hosts[${place}]`, host, hostErrors(host)))
    return secretName
      ? [...errors, ...invalids(`${at}.secretName`, secretName, dns1123SubdomainErrors(secretName))]
      : errors
  })
}

function classErrors({ metadata, spec }: Ingress): StatusCause[] {
  const name = spec?.ingressClassName
  if (name === undefined) return []
  const annotated = metadata.annotations?.[classAnnotation]
  const errors = invalids('spec.ingressClassName', name, dns1123SubdomainErrors(name))
  if (annotated === undefined || annotated === name) return errors
  return [...errors, invalid(`annotations.${classAnnotation}`, annotated, 'must say what `ingressClassName` says')]
}

export function ingressStatusErrors({ status }: Ingress, old: Ingress | undefined): StatusCause[] {
  const stood = standing(() => (old?.status?.loadBalancer?.ingress ?? []).map(({ ip }) => ip))
  return (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }, index) => {
    const at = `status.loadBalancer.ingress[${index}]`
    const errors = ip ? addressErrors(ip, `${at}.ip`, stood) : []
    if (!hostname) return errors
    errors.push(...invalids(`${at}.hostname`, hostname, dns1123SubdomainErrors(hostname)))
    return parseAddress(hostname) ? [...errors, invalid(`${at}.hostname`, hostname, notAnAddress)] : errors
  })
}

function pathErrors(path: string, type: string, field: string): StatusCause[] {
  if (type !== 'Exact' && type !== 'Prefix')
    return path && !path.startsWith('/') ? [invalid(field, path, "must begin with '/'")] : []
  if (!path.startsWith('/')) return [invalid(field, path, "must begin with '/'")]
  const bad = ['//', '/./', '/../', '%2f', '%2F'].filter((part) => path.includes(part))
  const ends = ['/..', '/.'].filter((part) => path.endsWith(part))
  return [
    ...bad.map((part) => invalid(field, path, `must not contain '${part}'`)),
    ...ends.map((part) => invalid(field, path, `must not end in '${part}'`)),
  ]
}

function backendErrors({ service, resource }: IngressBackend, field: string): StatusCause[] {
  if (service && resource) return [invalid(field, '', 'name a `service` or a `resource`, not both')]
  if (resource) return referenceErrors(resource, `${field}.resource`)
  if (!service) return [invalid(field, '', 'name a `service` or a `resource`')]
  const errors = service.name ? invalids(`${field}.service.name`, service.name, dns1123LabelErrors(service.name)) : []
  const { name = '', number = 0 } = service.port ?? {}
  if (name && number) return [...errors, invalid(field, '', 'give the port by name or by number, not both')]
  if (name) return [...errors, ...invalids(`${field}.service.port.name`, name, portNameErrors(name))]
  return number ? errors : [...errors, required(field, 'give the port by name or by number')]
}
