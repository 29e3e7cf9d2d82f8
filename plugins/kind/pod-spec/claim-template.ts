/** Claims that are made for a pod. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { PersistentVolumeClaimTemplate } from '../../../crds/generated/tokens.js'
import { forbidden } from '../causes.js'
import { claimSpecErrors } from '../rules/claim.js'
import { annotationErrors, labelErrors } from '../template-metadata.js'

export function checkClaimTemplate(template: PersistentVolumeClaimTemplate, at: string, found: StatusCause[]): void {
  const { metadata, spec } = template
  if (metadata?.labels) found.push(...labelErrors(metadata.labels, `${at}.metadata.labels`))
  if (metadata?.annotations) found.push(...annotationErrors(metadata.annotations, `${at}.metadata.annotations`))
  for (const member in metadata) {
    if (member === 'labels' || member === 'annotations' || !metadata[member as keyof typeof metadata]) continue
    found.push(forbidden(`${at}.metadata.${member === 'uid' ? 'uID' : member}`, 'cannot be set'))
  }
  found.push(...claimSpecErrors(spec, `${at}.spec`))
}
