/** Decides which file of crds/ a type is written in: the kind's own file when one kind alone uses it, else a types file of its package. */
import type { FactField, Facts } from './facts.js'
import { packageOf, simpleName } from './schema.js'

export interface Layout {
  /** Types that stand in the file of the kind whose type this is, by that kind's type; the kind's own type is not among them. */
  readonly own: ReadonlyMap<string, readonly string[]>
  /** Shared types by path below crds/ (`core/types/container.yaml`). */
  readonly shared: ReadonlyMap<string, readonly string[]>
}

/** `kinds`: types of served objects; `others`: further types that must be there (Status, DeleteOptions, Scale ...). */
export function layOut(facts: Facts, kinds: readonly string[], others: readonly string[]): Layout {
  const users = new Map<string, Set<string>>()
  for (const root of [...kinds, ...others]) for (const type of reach(facts, root)) addTo(users, type, root)
  const kindSet = new Set(kinds)
  const own = new Map<string, string[]>(kinds.map((kind) => [kind, []]))
  const home = new Map<string, string>()
  for (const [type, roots] of users) {
    if (kindSet.has(type)) continue
    const [only] = roots
    if (roots.size === 1 && kindSet.has(only!) && packageOf(only!) === packageOf(type)) own.get(only!)!.push(type)
    else home.set(type, type)
  }
  return { own, shared: byFile(facts, home) }
}

/** A shared type that one shared type of its package alone refers to stands in that one's file. */
function byFile(facts: Facts, shared: ReadonlyMap<string, string>): Map<string, string[]> {
  const referrers = new Map<string, Set<string>>()
  for (const type of shared.keys()) for (const ref of refsOf(facts, type)) if (ref !== type) addTo(referrers, ref, type)
  const head = (type: string, seen: readonly string[]): string => {
    const from = [...(referrers.get(type) ?? [])]
    const [only] = from
    if (isLarge(facts, type) || from.length !== 1 || packageOf(only!) !== packageOf(type) || seen.includes(only!))
      return type
    return head(only!, [...seen, type])
  }
  const files = new Map<string, string[]>()
  for (const type of shared.keys()) {
    const first = head(type, [])
    const path = `${folderOf(packageOf(type))}/types/${kebab(simpleName(first))}.yaml`
    files.set(path, [...(files.get(path) ?? []), type])
  }
  return files
}

/** Has a file of its own, however few refer to it. */
const isLarge = (facts: Facts, type: string) => Object.keys(facts.types.get(type)?.fields ?? {}).length >= 20

/** `core` of `io.k8s.api.core.v1`, `meta` of `io.k8s.apimachinery.pkg.apis.meta.v1`. */
export function folderOf(home: string): string {
  if (home.startsWith('io.k8s.apimachinery')) return 'meta'
  const parts = home.split('.')
  const name = parts.at(-2)!
  return folders[name] ?? name
}

const folders: Readonly<Record<string, string>> = {
  admissionregistration: 'admissionregistration.k8s.io',
  apiextensions: 'apiextensions.k8s.io',
  apiregistration: 'apiregistration.k8s.io',
  authentication: 'authentication.k8s.io',
  authorization: 'authorization.k8s.io',
  certificates: 'certificates.k8s.io',
  coordination: 'coordination.k8s.io',
  discovery: 'discovery.k8s.io',
  events: 'events.k8s.io',
  flowcontrol: 'flowcontrol.apiserver.k8s.io',
  networking: 'networking.k8s.io',
  node: 'node.k8s.io',
  rbac: 'rbac.authorization.k8s.io',
  resource: 'resource.k8s.io',
  scheduling: 'scheduling.k8s.io',
  storage: 'storage.k8s.io',
}

/** `PodSpec` -> `pod-spec`, `CSIDriver` -> `csi-driver`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}

function reach(facts: Facts, root: string): Set<string> {
  const seen = new Set([root])
  for (const type of seen) for (const ref of refsOf(facts, type)) seen.add(ref)
  return seen
}

function refsOf(facts: Facts, type: string): string[] {
  const found: string[] = []
  const visit = (field: FactField | undefined) => {
    if (!field) return
    if (field.ref) found.push(field.ref)
    visit(field.items)
    visit(field.additionalProperties)
  }
  for (const field of Object.values(facts.types.get(type)?.fields ?? {})) visit(field)
  return found
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}
