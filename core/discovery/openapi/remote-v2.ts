/** What other servers say of their group-versions in OpenAPI v2, laid into our document. */
import type { PartWriter } from './assemble.js'

type Members = Readonly<Record<string, unknown>>

/** Of one such server: its document's paths and definitions. */
export interface RemoteSwagger {
  readonly group: string
  readonly version: string
  readonly paths: Readonly<Record<string, Members>>
  readonly definitions: Readonly<Record<string, Members>>
  /** That paths refer to. */
  readonly parameters?: Readonly<Record<string, Members>>
}

/** As `writer`, and at the end what the others say of what they answer; definitions of a name that we have too stay ours. */
export function withSwaggers(writer: PartWriter, remotes: readonly RemoteSwagger[]): PartWriter {
  const own = new Set<string>()
  return {
    path: (path, item) => writer.path(path, item),
    component(name, schema) {
      own.add(name)
      return writer.component(name, schema)
    },
    whole(paths, components) {
      const morePaths = remotes.flatMap(({ group, version, paths: all, parameters = {} }) =>
        Object.entries(all)
          .filter(([path]) => path.startsWith(`/apis/${group}/${version}/`))
          .map(([path, item]) => writer.path(path, flattened(item, parameters))),
      )
      const moreComponents = remotes.flatMap(({ definitions }) =>
        Object.entries(definitions).flatMap(([name, schema]) => {
          if (own.has(name)) return []
          own.add(name)
          return [writer.component(name, schema)]
        }),
      )
      return writer.whole([...paths, ...morePaths], [...components, ...moreComponents])
    },
  }
}

const methods = ['get', 'put', 'post', 'delete', 'patch']

type Parameters = NonNullable<RemoteSwagger['parameters']>

/** Our documents say a path's parameters at each operation, and each where it is. */
function flattened(item: Members, known: Parameters): Readonly<Record<string, object>> {
  const listed = (holder: Members) => (holder['parameters'] ?? []) as readonly Members[]
  const found = methods.flatMap((method) => {
    const operation = item[method] as Members | undefined
    if (!operation) return []
    const parameters = [...listed(operation), ...listed(item)].map((each) => resolved(each, known))
    return [[method, { ...operation, parameters }] as const]
  })
  return Object.fromEntries(found)
}

const place = '#/parameters/'

function resolved(parameter: Members, known: Parameters): Members {
  const to = String(parameter['$ref'] ?? '')
  return to.startsWith(place) ? (known[to.slice(place.length)] ?? parameter) : parameter
}
