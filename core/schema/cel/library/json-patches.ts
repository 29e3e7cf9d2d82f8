/** For paths of JSON patches: `jsonpatch.escapeKey('a/b')` is `a~1b`. */
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'

export const jsonPatches: readonly Overload[] = [
  overload(
    '@jsonpatch.escapeKey(string): string',
    ([key]: [string]) => key.replaceAll('~', '~0').replaceAll('/', '~1'),
    { cost: traversal },
  ),
]
