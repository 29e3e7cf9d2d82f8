/** Semantic versions: `semver('1.2.3')`. */
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { Opaque } from '../values.js'

interface Version {
  readonly numbers: readonly bigint[]
  readonly pre: readonly string[]
}

const strict =
  /^(0|[1-9]\d{0,18})\.(0|[1-9]\d{0,18})\.(0|[1-9]\d{0,18})(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/

function read(text: string): Version | undefined {
  const match = text.length <= 1000 ? strict.exec(text) : null
  if (!match) return undefined
  return { numbers: match.slice(1, 4).map(BigInt), pre: match[4]?.split('.') ?? [] }
}

/** Takes away a `v`, fills in what is missing, drops leading zeros. */
function normalize(text: string): string {
  const [, numbers, rest] = /^v?([\d.]*)([\s\S]*)$/.exec(text.slice(0, 1000))!
  const parts = numbers!.split('.').map((part) => part.replace(/^0+(?=\d)/, ''))
  while (parts.length < 3) parts.push('0')
  return parts.join('.') + rest
}

function compare(a: Version, b: Version): number {
  for (let at = 0; at < 3; at++) {
    if (a.numbers[at]! !== b.numbers[at]!) return a.numbers[at]! < b.numbers[at]! ? -1 : 1
  }
  if (a.pre.length === 0 || b.pre.length === 0) return Math.sign(b.pre.length - a.pre.length)
  for (let at = 0; at < Math.min(a.pre.length, b.pre.length); at++) {
    const [x, y] = [a.pre[at]!, b.pre[at]!]
    if (x === y) continue
    const numeric = [x, y].map((each) => /^\d+$/.test(each))
    if (numeric[0] && numeric[1]) return BigInt(x) < BigInt(y) ? -1 : 1
    if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1
    return x < y ? -1 : 1
  }
  return Math.sign(a.pre.length - b.pre.length)
}

const made = (text: string): Opaque => {
  const version = read(text)
  if (!version) throw new CelError('invalid semantic version')
  return new Opaque('semver', version, [...version.numbers, ...version.pre].join('.'))
}
const inner = (value: Opaque) => value.inner as Version
const part =
  (at: number) =>
  ([value]: [Opaque]) =>
    inner(value).numbers[at]!
const cost = (size?: number) => traversal(size!)
type Two = [Opaque, Opaque]

export const semvers: readonly Overload[] = [
  overload('semver(string): semver', ([text]: [string]) => made(text), { cost }),
  overload('semver(string, bool): semver', ([text, loose]: [string, boolean]) => made(loose ? normalize(text) : text), {
    cost,
  }),
  overload('isSemver(string): bool', ([text]: [string]) => read(text) !== undefined, { cost }),
  overload(
    'isSemver(string, bool): bool',
    ([text, loose]: [string, boolean]) => read(loose ? normalize(text) : text) !== undefined,
    { cost },
  ),
  overload('semver.major(): int', part(0)),
  overload('semver.minor(): int', part(1)),
  overload('semver.patch(): int', part(2)),
  overload('semver.isLessThan(semver): bool', ([a, b]: Two) => compare(inner(a), inner(b)) < 0),
  overload('semver.isGreaterThan(semver): bool', ([a, b]: Two) => compare(inner(a), inner(b)) > 0),
  overload('semver.compareTo(semver): int', ([a, b]: Two) => BigInt(compare(inner(a), inner(b)))),
]
