/** What containers, or a pod as a whole, ask for and may use (upstream's ValidateContainerResourceRequirements). */
import {
  compareQuantities,
  dns1123LabelErrors,
  parseQuantity,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import { resourceNameErrors as standardNameErrors } from '../rules/resource-names.js'
import type { ResourceRequirements } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, notFound, required, unsupported, zeroOrMore } from '../causes.js'

type Amounts = Readonly<Record<string, string>>

/** `claims`: names of the pod's claims of devices. */
export function checkResources(
  { limits, requests, claims }: ResourceRequirements,
  at: string,
  { found, claims: known, names = resourceNameErrors }: Asked,
): void {
  if (limits) {
    for (const name in limits) checkAmount(name, limits[name]!, { field: `${at}.limits[${name}]`, found, names })
  }
  if (requests) checkRequests(requests, limits ?? {}, { at, found, names })
  if (needsComputing(limits, requests))
    found.push(forbidden(at, 'huge pages alone are not enough: state cpu or memory as well'))
  if (claims) checkClaims(claims, `${at}.claims`, { found, known: known() })
}

/** Twice is a claim as a whole beside any of its requests, and a request beside itself. */
function checkClaims(
  claims: NonNullable<ResourceRequirements['claims']>,
  at: string,
  { found, known }: { readonly found: StatusCause[]; readonly known: ReadonlySet<string> },
): void {
  const asked = new Map<string, Set<string>>()
  claims.forEach(({ name, request = '' }, index) => {
    const field = `${at}[${index}]`
    const before = asked.get(name)
    const isAgain = before !== undefined && (!request || before.has('') || before.has(request))
    if (before) before.add(request)
    else asked.set(name, new Set([request]))
    if (!name) {
      found.push(required(field))
      return
    }
    if (request) found.push(...invalids(`${field}.request`, request, dns1123LabelErrors(request)))
    if (isAgain) found.push(duplicate(field, request ? `${name}/${request}` : name))
    if (!known.has(name)) found.push(notFound(field, name))
  })
}

type NameErrors = (name: string, field: string) => StatusCause[]

interface Asked {
  readonly found: StatusCause[]
  readonly claims: () => ReadonlySet<string>
  /** What can be asked for; left out: what a container can. */
  readonly names?: NameErrors
}

interface Place {
  readonly field: string
  readonly names: NameErrors
  readonly found: StatusCause[]
}

function checkAmount(name: string, amount: string, { field, found, names }: Place): void {
  if (name !== 'cpu' && name !== 'memory') found.push(...names(name, field))
  found.push(...amountErrors(name, amount, field))
}

const common = new Set(['cpu', 'memory', 'ephemeral-storage'])
const isHugePages = (name: string) => name.startsWith('hugepages-')
/** Without a prefix, or with Kubernetes' own. */
const isNative = (name: string) => !name.includes('/') || name.includes('kubernetes.io/')
const isExtended = (name: string) =>
  !isNative(name) && !name.startsWith('requests.') && qualifiedNameErrors(`requests.${name}`).length === 0

const notOfContainers = 'must be cpu, memory, ephemeral-storage, hugepages-<size>, or have a domain, as example.com/gpu'

/** Resources that a container can ask for. */
export function resourceNameErrors(name: string, field: string): StatusCause[] {
  if (common.has(name)) return []
  const wrong = generalNameErrors(name, field)
  if (!name.includes('/')) {
    return isHugePages(name) ? wrong : [...wrong, invalid(field, name, notOfContainers)]
  }
  if (isNative(name) || isExtended(name)) return wrong
  return [
    ...wrong,
    invalid(field, name, 'must be a domain and a name, as example.com/gpu, and not begin with requests.'),
  ]
}

/** Of resources of any sort: those without a domain are Kubernetes' own. */
const generalNameErrors: NameErrors = (name, field) => invalids(field, name, standardNameErrors(name))

function amountErrors(name: string, amount: string, field: string): StatusCause[] {
  if (common.has(name) && !amount.startsWith('-')) return []
  const { nano } = parseQuantity(amount)
  if (nano < 0n) return [invalid(field, amount, zeroOrMore)]
  if (isExtended(name) && nano % 1_000_000_000n !== 0n) return [invalid(field, amount, 'must be an integer')]
  if (!isHugePages(name)) return []
  const page = pageSize(name)
  if (page === undefined)
    return [invalid(field, amount, 'the name must end with the size of a page, as in hugepages-2Mi')]
  return nano % page === 0n ? [] : [invalid(field, amount, `must be a multiple of ${name.slice(10)}`)]
}

function pageSize(name: string): bigint | undefined {
  try {
    const { nano } = parseQuantity(name.slice('hugepages-'.length))
    return nano > 0n ? nano : undefined
  } catch {
    return undefined
  }
}

function checkRequests(
  requests: Amounts,
  limits: Amounts,
  { at, found, names }: { readonly at: string; readonly found: StatusCause[]; readonly names: NameErrors },
): void {
  for (const name in requests) {
    const request = requests[name]!
    checkAmount(name, request, { field: `${at}.requests[${name}]`, found, names })
    const limit = limits[name]
    const mayDiffer = isNative(name) && !isHugePages(name)
    if (limit === undefined) {
      if (!mayDiffer) found.push(required(`${at}.limits`, `set the limit of ${name} to the same: it can't be shared`))
      continue
    }
    const order = compareAmounts(request, limit)
    if (order > 0 && mayDiffer) {
      found.push(invalid(`${at}.requests`, request, `must be ${limit} or less, the limit of ${name}`))
    } else if (order !== 0 && !mayDiffer) {
      found.push(invalid(`${at}.requests`, request, `must be ${limit}, the limit of ${name}`))
    }
  }
}

const simple = /^(\d{1,15})([a-zA-Z]*)$/

/** Most amounts that are compared are whole numbers of one unit. */
export function compareAmounts(a: string, b: string): number {
  if (a === b) return 0
  const left = simple.exec(a)
  const right = simple.exec(b)
  if (left && right && left[2] === right[2]) return Number(left[1]) - Number(right[1])
  return compareQuantities(parseQuantity(a), parseQuantity(b))
}

function needsComputing(limits: Amounts | undefined, requests: Amounts | undefined): boolean {
  let huge = false
  for (const amounts of [limits, requests]) {
    for (const name in amounts) {
      if (name === 'cpu' || name === 'memory') return false
      if (isHugePages(name)) huge = true
    }
  }
  return huge
}

/** What can be asked for a pod as a whole. */
export function podResourceNameErrors(name: string, field: string): StatusCause[] {
  if (name === 'cpu' || name === 'memory') return []
  const wrong = generalNameErrors(name, field)
  return wrong.length > 0 || isHugePages(name) ? wrong : [unsupported(field, name, ['cpu', 'hugepages-', 'memory'])]
}
