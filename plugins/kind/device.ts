/** ResourceClaims and ResourceSlices: what their definitions can't say. */
import { timestamp } from '../../core/meta/index.js'
import { ResourceClaim, ResourceSlice } from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

export const resourceClaimKind = kindPlugin(ResourceClaim, {
  columns: {
    state: ({ metadata, status }) => {
      const words = [
        metadata.deletionTimestamp ? 'deleted' : '',
        status?.allocation ? 'allocated' : metadata.deletionTimestamp ? '' : 'pending',
        status?.reservedFor?.length ? 'reserved' : '',
      ]
      return words.filter(Boolean).join(',')
    },
  },
})

export const resourceSliceKind = kindPlugin(ResourceSlice, {
  /** A taint that does not say since when it stands does so since now. */
  prepare({ spec }, _old, context) {
    for (const device of spec?.devices ?? []) {
      for (const taint of device.taints ?? []) taint.timeAdded ??= timestamp(context.now())
    }
  },
})
