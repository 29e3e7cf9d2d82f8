/** What labels, annotations and owner references must be like wherever an ObjectMeta stands (apimachinery's api/validation). */
import { writeJson } from '../kit/index.js'
import { labelValueErrors, qualifiedNameErrors } from './names.js'
import type { ObjectMeta, OwnerReference } from './object.js'

/** Told of what is wrong; `field` is below metadata; FieldValueInvalid where no reason is said. */
export type Refuse = (field: string, message: string, reason?: string) => void

export const invalidValue = (value: unknown, why: string): string => `Invalid value: ${writeJson(value)}: ${why}`

export function checkMetadataValues({ labels, annotations, ownerReferences }: ObjectMeta, refuse: Refuse): void {
  if (labels) checkLabels(labels, refuse)
  if (annotations) checkAnnotations(annotations, refuse)
  if (ownerReferences) checkOwners(ownerReferences, refuse)
}

const mostAnnotationBytes = 256 * 1024

function checkLabels(labels: Readonly<Record<string, string>>, refuse: Refuse): void {
  for (const key in labels) {
    for (const why of qualifiedNameErrors(key)) refuse('labels', invalidValue(key, why))
    for (const why of labelValueErrors(labels[key]!)) refuse('labels', invalidValue(labels[key], why))
  }
}

function checkAnnotations(annotations: Readonly<Record<string, string>>, refuse: Refuse): void {
  for (const key in annotations)
    for (const why of qualifiedNameErrors(key.toLowerCase())) refuse('annotations', invalidValue(key, why))
  checkAnnotationBytes(annotations, refuse)
}

/** That part of checkMetadataValues which an object too large to be checked whole is told all the same. */
export function checkAnnotationBytes(annotations: Readonly<Record<string, string>>, refuse: Refuse): void {
  let bytes = 0
  for (const key in annotations) bytes += Buffer.byteLength(key) + Buffer.byteLength(annotations[key]!)
  if (bytes > mostAnnotationBytes) {
    refuse('annotations', `Too long: may not be more than ${mostAnnotationBytes} bytes`, 'FieldValueTooLong')
  }
}

const namesVersion = (apiVersion: string): boolean => apiVersion !== '' && apiVersion.split('/').length <= 2

/** As upstream, no cause says which of the owners it is about. */
function checkOwners(owners: readonly OwnerReference[], refuse: Refuse): void {
  for (const owner of owners) {
    for (const member of ['apiVersion', 'kind', 'name', 'uid'] as const) {
      const what =
        member === 'apiVersion' ? 'must be a version (v1), or a group and a version (apps/v1)' : 'must not be empty'
      const isWrong = member === 'apiVersion' ? !namesVersion(owner.apiVersion ?? '') : !owner[member]
      if (isWrong) refuse(`ownerReferences.${member}`, invalidValue(owner[member] ?? '', what))
    }
  }
  const controllers = owners.filter((owner) => owner.controller).map((owner) => `${owner.kind}/${owner.name}`)
  if (controllers.length < 2) return
  const why = `one owner at most is the controller, not both ${controllers[0]} and ${controllers[1]}`
  refuse('ownerReferences', invalidValue(owners, why))
}
