/** Lets claims grow only once they are bound, and where their StorageClass allows it (upstream's PersistentVolumeClaimResize). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import { compareQuantities, forbidden, parseQuantity, type Quantity } from '../../core/meta/index.js'
import type { PersistentVolumeClaim, StorageClass } from '../../crds/generated/tokens.js'

const classes = 'storage.k8s.io/storageclasses'
const annotation = 'volume.beta.kubernetes.io/storage-class'
const subject = { group: '', plural: 'persistentvolumeclaims' } as const

/** Throws 403. */
export const claimResize: AdmissionPlugin = {
  name: 'persistent-volume-claim-resize',
  views: [classes],
  admits: ({ operation, group, plural, subresource }) =>
    operation === 'UPDATE' && plural === subject.plural && group === subject.group && subresource === '',
  validate({ object, oldObject, name }, context) {
    const [claim, old] = [object as PersistentVolumeClaim, oldObject as PersistentVolumeClaim | undefined]
    if (!old || compareQuantities(sizeOf(claim), sizeOf(old)) <= 0) return
    if (old.status?.phase !== 'Bound') throw forbidden(subject, name, 'a claim can grow only once it is bound')
    const of = classOf(claim)
    const found =
      of && of === classOf(old) ? (context.view(classes).get('', of) as StorageClass | undefined) : undefined
    if (found?.allowVolumeExpansion) return
    const why = `its StorageClass ${JSON.stringify(of)} does not allow claims to grow: only one with allowVolumeExpansion: true does`
    throw forbidden(subject, name, why)
  },
}

const sizeOf = ({ spec }: PersistentVolumeClaim): Quantity =>
  parseQuantity(spec?.resources?.requests?.['storage'] ?? '0')

/** The annotation is the older way, and counts first. */
const classOf = ({ metadata, spec }: PersistentVolumeClaim): string =>
  metadata.annotations?.[annotation] ?? spec?.storageClassName ?? ''
