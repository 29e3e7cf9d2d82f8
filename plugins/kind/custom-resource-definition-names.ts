/** Which names of a definition are free in its group (upstream's naming controller). */
import type { CustomResourceDefinition } from '../../crds/generated/tokens.js'
import type { KindContext } from '../../core/registry/contract.js'

type Spec = CustomResourceDefinition['spec']
type Names = Spec['names']

export interface Acceptance {
  readonly accepted: Names
  readonly refused?: { readonly reason: string; readonly message: string }
}

/** What is taken stays as it was accepted before. */
export function acceptNames(
  { group, names }: Spec,
  among: {
    readonly before: Partial<Names> | undefined
    readonly served: ReturnType<KindContext['definitions']['all']>
  },
): Acceptance {
  const resources = new Set<string>()
  const kinds = new Set<string>()
  for (const other of among.served) {
    if (other.group !== group || (!other.builtIn && other.names.plural === names.plural)) continue
    const { plural, singular, shortNames, kind, listKind } = other.names
    for (const name of [plural, singular, ...shortNames]) resources.add(name)
    for (const name of [kind, listKind]) kinds.add(name)
  }
  const wanted = wholeNames(names)
  const accepted: Record<string, unknown> = { ...among.before }
  let refused: Acceptance['refused']
  const settle = (member: keyof Names, taken: ReadonlySet<string>, reason: string) => {
    const value = wanted[member]
    const found = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string' && taken.has(name))
    if (found.length === 0) accepted[member] = value
    else
      refused = {
        reason,
        message: found.map((name) => `${JSON.stringify(name)} is a name of another kind of the group`).join(', '),
      }
  }
  settle('plural', resources, 'PluralConflict')
  settle('singular', resources, 'SingularConflict')
  settle('shortNames', resources, 'ShortNamesConflict')
  settle('kind', kinds, 'KindConflict')
  settle('listKind', kinds, 'ListKindConflict')
  accepted['categories'] = wanted.categories
  return { accepted: present(accepted), ...(refused ? { refused } : {}) }
}

const order = ['plural', 'singular', 'shortNames', 'kind', 'listKind', 'categories'] as const

/** In the order of the type, without what is not there; upstream shows plural and kind always. */
function present(accepted: Readonly<Record<string, unknown>>): Names {
  const kept: Record<string, unknown> = {}
  for (const member of order) if (accepted[member] !== undefined) kept[member] = accepted[member]
  return { plural: '', kind: '', ...kept } as Names
}

function wholeNames(names: Names): Names {
  const kind = names.kind ?? ''
  return { ...names, singular: names.singular || kind.toLowerCase(), listKind: names.listKind || `${kind}List` }
}
