/** Lets a plugin's functions take the generated type of their kind. */
import type { KindContext, KindPlugin } from '../../core/registry/contract.js'
import type { KindToken, KubeObject, StatusCause } from '../../core/meta/index.js'

export type Cell = string | number | boolean | null

export interface TypedPlugin<T extends KubeObject> {
  readonly convert?: KindPlugin['convert']
  readonly receive?: (object: T) => void
  readonly fill?: (object: T) => void
  readonly prepare?: (object: T, old: T | undefined, context: KindContext) => void
  readonly statusWriter?: KindPlugin['statusWriter']
  readonly overlooks?: (cause: StatusCause, object: T, old: T | undefined, context: KindContext) => boolean
  readonly validate?: (object: T, old: T | undefined, context: KindContext) => readonly StatusCause[]
  readonly outgrown?: (object: T) => readonly StatusCause[]
  readonly warnings?: (object: T, old: T | undefined, context: KindContext) => readonly string[]
  readonly leave?: (object: T, now: number) => void
  readonly columns?: Readonly<Record<string, (object: T, now: number) => Cell>>
  readonly rowConditions?: (object: T) => ReturnType<NonNullable<KindPlugin['rowConditions']>>
  readonly fields?: Readonly<Record<string, (object: T) => string>>
}

/** The registry decodes by the kind's definition before it calls a plugin, so objects are what the token says. */
export function kindPlugin<T extends KubeObject>(kind: KindToken<T>, plugin: TypedPlugin<T>): KindPlugin {
  return { group: kind.group, plural: kind.plural, ...(plugin as Omit<KindPlugin, 'group' | 'plural'>) }
}
