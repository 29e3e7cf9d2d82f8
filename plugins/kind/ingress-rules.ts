/** What is wrong with an Ingress beyond its schema. */
import type { StatusCause } from '../../core/meta/index.js'
import type { Ingress, IngressBackend } from '../../crds/generated/tokens.js'
import { invalid, required } from './causes.js'

export function ingressErrors({ spec }: Ingress): StatusCause[] {
  if (!spec?.rules?.length && !spec?.defaultBackend)
    return [invalid('spec', spec ?? {}, 'name a `defaultBackend` or `rules`')]
  const errors = spec.defaultBackend ? backendErrors(spec.defaultBackend, 'spec.defaultBackend') : []
  for (const [index, { host, http }] of (spec.rules ?? []).entries()) {
    const at = `spec.rules[${index}]`
    if (host && /^[0-9.]+$|:/.test(host)) errors.push(invalid(`${at}.host`, host, 'must be a DNS name, not an address'))
    for (const [place, { path, pathType, backend }] of (http?.paths ?? []).entries()) {
      const here = `${at}.http.paths[${place}]`
      errors.push(...pathErrors(path ?? '', pathType ?? '', `${here}.path`))
      if (backend) errors.push(...backendErrors(backend, `${here}.backend`))
    }
  }
  return errors
}

function pathErrors(path: string, type: string, field: string): StatusCause[] {
  if (type !== 'Exact' && type !== 'Prefix')
    return path && !path.startsWith('/') ? [invalid(field, path, 'must be an absolute path')] : []
  if (!path.startsWith('/')) return [invalid(field, path, 'must be an absolute path')]
  const bad = ['//', '/./', '/../', '%2f', '%2F'].filter((part) => path.includes(part))
  const ends = ['/..', '/.'].filter((part) => path.endsWith(part))
  return [
    ...bad.map((part) => invalid(field, path, `must not contain '${part}'`)),
    ...ends.map((part) => invalid(field, path, `must not end in '${part}'`)),
  ]
}

function backendErrors({ service, resource }: IngressBackend, field: string): StatusCause[] {
  if (service && resource) return [invalid(field, '', 'name a `service` or a `resource`, not both')]
  if (!service) return resource ? [] : [required(field, 'name a `service` or a `resource`')]
  const { name = '', number = 0 } = service.port ?? {}
  if (name && number) return [invalid(field, '', 'give the port by name or by number, not both')]
  return name || number ? [] : [required(`${field}.service.port`, 'give the port by name or by number')]
}
