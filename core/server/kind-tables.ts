/** Tables as the kinds' definitions and plugins make them. */
import type { TableMaker } from '../funnel/index.js'
import type { Clock } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { KindPlugin } from '../registry/index.js'
import { tableOf } from '../schema/index.js'

export function kindTables(kinds: readonly KindPlugin[], clock: Clock): TableMaker {
  return ({ definition: { group, names }, version }, objects, options) => {
    const plugin = kinds.find((kind) => kind.group === group && kind.plural === names.plural)
    const table = tableOf(version, objects, {
      now: clock.now(),
      includeObject:
        options.includeObject === 'None' || options.includeObject === 'Object' ? options.includeObject : 'Metadata',
      metaVersion: options.version,
      ...(plugin?.columns ? { computed: plugin.columns } : {}),
    })
    return table as unknown as KubeObject
  }
}
