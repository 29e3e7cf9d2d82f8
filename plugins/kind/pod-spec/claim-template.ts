/** Claims that are made for a pod, or for each pod of a StatefulSet (upstream's ValidatePersistentVolumeClaimSpec). */
import { compareQuantities, parseQuantity, type StatusCause } from '../../../core/meta/index.js'
import type { PersistentVolumeClaimSpec, PersistentVolumeClaimTemplate } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import { dns1123SubdomainErrors } from '../../../core/meta/index.js'
import { selectorFormErrors } from '../label-selector.js'
import { annotationErrors, labelErrors } from '../template-metadata.js'

export function checkClaimTemplate(template: PersistentVolumeClaimTemplate, at: string, found: StatusCause[]): void {
  const { metadata, spec } = template
  if (metadata?.labels) found.push(...labelErrors(metadata.labels, `${at}.metadata.labels`))
  if (metadata?.annotations) found.push(...annotationErrors(metadata.annotations, `${at}.metadata.annotations`))
  for (const member in metadata) {
    if (member === 'labels' || member === 'annotations' || member === 'creationTimestamp') continue
    found.push(forbidden(`${at}.metadata.${member}`, 'cannot be set'))
  }
  found.push(...claimSpecErrors(spec, `${at}.spec`))
}

export function claimSpecErrors(spec: PersistentVolumeClaimSpec | undefined, at: string): StatusCause[] {
  const { accessModes = [], selector, resources, storageClassName } = spec ?? {}
  const found: StatusCause[] = []
  if (!accessModes.length) found.push(required(`${at}.accessModes`, 'at least 1 access mode is required'))
  if (accessModes.includes('ReadWriteOncePod') && accessModes.length > 1) {
    found.push(forbidden(`${at}.accessModes`, 'may not use ReadWriteOncePod with other access modes'))
  }
  if (selector) found.push(...selectorFormErrors(selector, `${at}.selector`))
  const asked = (resources?.requests as Readonly<Record<string, string>> | undefined)?.['storage']
  const field = `${at}.resources[storage]`
  if (asked === undefined) found.push(required(field))
  else if (compareQuantities(parseQuantity(asked), zero) <= 0) {
    found.push(invalid(field, asked, 'must be greater than zero'))
  }
  if (storageClassName) {
    found.push(...invalids(`${at}.storageClassName`, storageClassName, dns1123SubdomainErrors(storageClassName)))
  }
  return found
}

const zero = parseQuantity('0')
