/** What the checks of one pod spec share: where they put what they find, and what of the spec several of them look at. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { PodSpec, Volume } from '../../../crds/generated/tokens.js'

export interface Ground {
  readonly found: StatusCause[]
  readonly spec: PodSpec
  /** The spec's volumes by name. */
  readonly volumes: ReadonlyMap<string, Volume>
  /** Whether it is a pod's own spec rather than a template's. */
  readonly isPod: boolean
}
