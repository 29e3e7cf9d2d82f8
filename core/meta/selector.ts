/** Label selectors: as the list of requirements that both forms (the text of a query and the object in a spec) come down to. */

/** One requirement; all of a selector's must hold. `=` and `==` are `In` with one value, `!=` is `NotIn`: `isEquality` tells that it was said so. */
export interface LabelRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt'
  /** Sorted, without repeats; empty for `Exists` and `DoesNotExist`. */
  readonly values: readonly string[]
  readonly isEquality?: true
}

/** meta/v1 LabelSelector as it stands in specs. */
export interface LabelSelectorObject {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly {
    readonly key: string
    readonly operator: string
    readonly values?: readonly string[] | null
  }[]
}

type Labels = Readonly<Record<string, string>> | undefined | null

/** Whether labels meet every requirement. No requirements: everything matches. */
export function meetsRequirements(requirements: readonly LabelRequirement[], labels: Labels): boolean {
  for (const requirement of requirements) if (!meets(requirement, labels)) return false
  return true
}

function meets({ key, operator, values }: LabelRequirement, labels: Labels): boolean {
  const value = labels && Object.hasOwn(labels, key) ? labels[key] : undefined
  switch (operator) {
    case 'In':
      return value !== undefined && isAmong(values, value)
    case 'NotIn':
      return value === undefined || !isAmong(values, value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    default: {
      if (value === undefined || !/^[+-]?\d{1,19}$/.test(value)) return false
      return operator === 'Gt' ? BigInt(value) > BigInt(values[0]!) : BigInt(value) < BigInt(values[0]!)
    }
  }
}

/** Lists longer than this are searched by halves. */
const shortList = 8

/** Cost: the logarithm of `sorted`, whose length a client chooses. */
function isAmong(sorted: readonly string[], value: string): boolean {
  if (sorted.length <= shortList) return sorted.includes(value)
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return sorted[low] === value
}

/**
 * Whether a LabelSelector of a spec selects these labels. As upstream: no selector selects nothing, an empty one everything.
 * Throws `TypeError` for an operator that is none; validation has refused those before.
 */
export function matchesLabelSelector(selector: LabelSelectorObject | undefined | null, labels: Labels): boolean {
  if (!selector) return false
  const { matchLabels, matchExpressions } = selector
  if (matchLabels) {
    for (const key in matchLabels) if (labels?.[key] !== matchLabels[key]) return false
  }
  return !matchExpressions?.length || meetsRequirements(matchExpressions.map(requirementOf), labels)
}

/** The requirements of a LabelSelector of a spec; undefined: it selects nothing. */
export function labelRequirements(
  selector: LabelSelectorObject | undefined | null,
): readonly LabelRequirement[] | undefined {
  if (!selector) return undefined
  const equalities = Object.entries(selector.matchLabels ?? {}).map(([key, value]): LabelRequirement => {
    return { key, operator: 'In', values: [value], isEquality: true }
  })
  return [...equalities, ...(selector.matchExpressions ?? []).map(requirementOf)]
}

function requirementOf(expression: NonNullable<LabelSelectorObject['matchExpressions']>[number]): LabelRequirement {
  const { key, operator } = expression
  if (operator !== 'In' && operator !== 'NotIn' && operator !== 'Exists' && operator !== 'DoesNotExist') {
    throw new TypeError(`"${operator}" is not a valid label selector operator`)
  }
  return { key, operator, values: [...new Set(expression.values ?? [])].sort() }
}

/** The text of requirements, as `parseLabelSelector` reads them and Scale's `status.selector` shows them: ordered by key. */
export function formatLabelSelector(requirements: readonly LabelRequirement[]): string {
  return [...requirements]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(formatRequirement)
    .join(',')
}

function formatRequirement({ key, operator, values, isEquality }: LabelRequirement): string {
  switch (operator) {
    case 'Exists':
      return key
    case 'DoesNotExist':
      return `!${key}`
    case 'Gt':
      return `${key}>${values[0]}`
    case 'Lt':
      return `${key}<${values[0]}`
    case 'In':
      return isEquality ? `${key}=${values[0]}` : `${key} in (${values.join(',')})`
    case 'NotIn':
      return isEquality ? `${key}!=${values[0]}` : `${key} notin (${values.join(',')})`
  }
}
