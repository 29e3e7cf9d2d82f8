/** Hand-made types for tests of patches and managed fields: a workload with containers, ports, labels and a set. */
import type { Field, ListType, MapType, ScalarType, StructType, Type } from '../../core/schema/index.js'

const text: ScalarType = { shape: 'scalar', scalar: 'string' }
const whole: ScalarType = { shape: 'scalar', scalar: 'integer' }
const texts: MapType = { shape: 'map', element: text, atomic: false }

function struct(fields: Readonly<Record<string, Type | Partial<Field>>>, atomic = false): StructType {
  const entries = Object.entries(fields).map(([name, given]): [string, Field] => {
    const field = 'shape' in given ? { type: given as Type } : (given as Partial<Field>)
    return [name, { name, type: text, required: false, nullable: false, always: false, ...field }]
  })
  return { shape: 'struct', name: '', fields: new Map(entries), preservesUnknown: false, atomic }
}

function listOf(element: Type, keys: readonly string[]): ListType {
  return { shape: 'list', element, list: keys.length > 0 ? 'map' : 'atomic', keys }
}

const port = struct({ containerPort: whole, protocol: { type: text, default: 'TCP' }, name: text })
const container = struct({
  name: text,
  image: text,
  args: listOf(text, []),
  env: { type: listOf(struct({ name: text, value: text }), ['name']), patchStrategy: ['merge'], patchMergeKey: 'name' },
  ports: {
    type: listOf(port, ['containerPort', 'protocol']),
    patchStrategy: ['merge'],
    patchMergeKey: 'containerPort',
  },
})

export const workload = struct({
  kind: text,
  apiVersion: text,
  metadata: {
    type: struct({
      name: text,
      labels: texts,
      annotations: texts,
      finalizers: { type: { shape: 'list', element: text, list: 'set', keys: [] }, patchStrategy: ['merge'] },
    }),
    always: true,
  },
  spec: {
    always: true,
    type: struct({
      replicas: whole,
      selector: struct({ matchLabels: texts }, true),
      strategy: {
        type: struct({ type: text, rollingUpdate: struct({ maxSurge: whole, maxUnavailable: whole }) }),
        patchStrategy: ['retainKeys'],
      },
      containers: { type: listOf(container, ['name']), patchStrategy: ['merge'], patchMergeKey: 'name', always: true },
    }),
  },
  status: { type: struct({ replicas: whole }), always: true },
})
