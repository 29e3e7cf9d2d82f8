/** What is wrong with a Namespace beyond its schema. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Namespace } from '../../../crds/generated/tokens.js'
import { invalid, invalids } from '../causes.js'

const standard = ['kubernetes', 'orphan', 'foregroundDeletion']

/** Through `finalize` upstream names each, and tells all that is wrong with it. */
export function namespaceErrors({ spec }: Namespace, subresource = ''): StatusCause[] {
  return (spec?.finalizers ?? []).flatMap((finalizer, index) => {
    const at = subresource === 'finalize' ? `spec.finalizers[${index}]` : 'spec.finalizers'
    const errors = invalids(at, finalizer, qualifiedNameErrors(finalizer))
    const isWhole = finalizer.includes('/') || standard.includes(finalizer)
    return isWhole || (errors.length > 0 && subresource !== 'finalize')
      ? errors
      : [...errors, invalid(at, finalizer, 'must carry the domain of who takes it off, such as example.com/cleanup')]
  })
}

export function namespaceStatusErrors({ metadata, status }: Namespace): StatusCause[] {
  const due = metadata.deletionTimestamp ? 'Terminating' : 'Active'
  const phase = status?.phase
  return phase && phase !== due
    ? [
        invalid(
          'status.Phase',
          phase,
          `a namespace that ${metadata.deletionTimestamp ? 'is' : 'is not'} deleted is ${due}`,
        ),
      ]
    : []
}
