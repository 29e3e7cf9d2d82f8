/** Tables as the kinds' definitions and plugins make them. */
import type { TableMaker } from '../funnel/index.js'
import type { Clock } from '../kit/index.js'
import { type KubeObject, scaleShape } from '../meta/index.js'
import type { KindPlugin } from '../registry/index.js'
import { type DefinitionVersion, tableOf } from '../schema/index.js'

export function kindTables(kinds: readonly KindPlugin[], clock: Clock): TableMaker {
  return ({ definition: { group, names, builtIn }, version }, objects, options) => {
    const plugin = kinds.find((kind) => kind.group === group && kind.plural === names.plural)
    const isScale = objects[0]?.kind === scaleShape.kind && names.kind !== scaleShape.kind
    const table = tableOf(
      isScale ? { ...version, columns: builtIn ? scaleColumns : ownScaleColumns } : version,
      objects,
      {
        now: clock.now(),
        includeObject:
          options.includeObject === 'None' || options.includeObject === 'Object' ? options.includeObject : 'Metadata',
        metaVersion: options.version,
        ...(isScale ? { computed: scaleCells } : plugin?.columns ? { computed: plugin.columns } : {}),
        ...(plugin?.rowConditions && !isScale ? { conditions: plugin.rowConditions } : {}),
      },
    )
    return table as unknown as KubeObject
  }
}

/** Of the scale subresource, whatever it is of (facts of upstream's printers). */
const scaleColumns: DefinitionVersion['columns'] = [
  {
    name: 'Name',
    type: 'string',
    description: 'Name',
    priority: 0,
    source: { jsonPath: '.metadata.name' },
  },
  {
    name: 'Desired',
    type: 'integer',
    description: 'Replicas that are wanted',
    priority: 0,
    source: { computed: 'desired' },
  },
  {
    name: 'Available',
    type: 'integer',
    description: 'Replicas that are there',
    priority: 0,
    source: { computed: 'available' },
  },
  {
    name: 'Age',
    type: 'string',
    description: 'Age',
    priority: 0,
    source: { jsonPath: '.metadata.creationTimestamp', render: 'age' },
  },
]

/** Of people's own kinds. */
const ownScaleColumns = scaleColumns.map((column) =>
  column.name === 'Name' ? { ...column, format: 'name' } : column.name === 'Age' ? { ...column, type: 'date' } : column,
)

const replicasIn = (part: unknown): number =>
  Number((part as { readonly replicas?: number } | undefined)?.replicas ?? 0)

const scaleCells = {
  desired: (object: KubeObject) => replicasIn(object['spec']),
  available: (object: KubeObject) => replicasIn(object['status']),
}
