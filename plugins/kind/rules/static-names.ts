/** Names that are kept for what a server reads from files. */
import type { KubeObject } from '../../../core/meta/index.js'

const suffix = '.static.k8s.io'

export const staticNameWarnings = ({ metadata: { name } }: KubeObject): string[] =>
  name?.endsWith(suffix)
    ? [`metadata.name: names that end with ${suffix} are for configurations from files: choose another`]
    : []
