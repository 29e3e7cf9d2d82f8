/** What is wrong with a Namespace beyond its schema. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Namespace } from '../../../crds/generated/tokens.js'
import { invalid, invalids } from '../causes.js'

const standard = ['kubernetes', 'orphan', 'foregroundDeletion']

export function namespaceErrors({ spec }: Namespace): StatusCause[] {
  return (spec?.finalizers ?? []).flatMap((finalizer) => {
    const at = 'spec.finalizers'
    const errors = invalids(at, finalizer, qualifiedNameErrors(finalizer))
    return errors.length || finalizer.includes('/') || standard.includes(finalizer)
      ? errors
      : [invalid(at, finalizer, 'must carry the domain of who takes it off, such as example.com/cleanup')]
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
