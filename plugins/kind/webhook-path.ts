/** What the path of a webhook's service must be like (apiserver's util/webhook). */
import { dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import { invalid } from './causes.js'

export function webhookPathErrors(path: string | null | undefined, field: string): StatusCause[] {
  if (!path || path === '/') return []
  if (path === '//') return [invalid(field, path, 'must have no empty part')]
  const causes = path.startsWith('/') ? [] : [invalid(field, path, "must begin with '/'")]
  for (const part of path.slice(1).replace(/\/$/, '').split('/')) {
    const whys = part ? dns1123SubdomainErrors(part) : ['must have no empty part']
    for (const why of whys) causes.push(invalid(field, path, part ? `${JSON.stringify(part)}: ${why}` : why))
  }
  return causes
}
