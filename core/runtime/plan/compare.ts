import { nameSuffix, type Random } from '../../kit/index.js'
import { apiVersionOf, type KindToken, type KubeObject, type OwnerReference, mergeDiff } from '../../meta/index.js'
import type { Owns, Plan } from '../../operator.js'

/** One write that a plan asks for. `object` is the child as observed, or for a create the child to be. */
export type ChildWrite =
  | { readonly verb: 'create'; readonly kind: KindToken<object>; readonly object: KubeObject }
  | { readonly verb: 'patch'; readonly kind: KindToken<object>; readonly object: KubeObject; readonly patch: object }
  | { readonly verb: 'delete'; readonly kind: KindToken<object>; readonly object: KubeObject }

export interface PlannedWrites {
  /** A merge patch of all but the status. */
  readonly parent?: Record<string, unknown>
  /** A merge patch for the status subresource: the status and what of metadata is written with it. */
  readonly status?: Record<string, unknown>
  readonly creates: readonly Extract<ChildWrite, { verb: 'create' }>[]
  readonly changes: readonly Exclude<ChildWrite, { verb: 'create' }>[]
}

export interface Compared {
  readonly kind: KindToken<object>
  readonly owns: readonly Owns[]
  readonly parent: KubeObject
  readonly children: (kind: KindToken<object>) => readonly KubeObject[]
  readonly random: Random
}

/**
 * The difference between what is and what a plan wants, as writes. Pure but for the names drawn. Cost: a look at each child; only changed ones are compared.
 * A create whose name a child still bears (one that is being deleted, or is left out by this plan) waits for a later plan. Throws when the plan is no plan for this operator.
 */
export function writesOf(observed: Compared, plan: Plan): PlannedWrites {
  const { parent } = observed
  const { status: _, ...before } = parent
  const { status: __, ...after } = plan.parent ?? before
  const parentPatch = plan.parent && plan.parent !== parent ? mergeDiff(before, after) : undefined
  const status = statusPatch(parent, plan)
  const children = plan.children ? childWrites(observed, plan.children) : { creates: [], changes: [] }
  return { ...children, ...(parentPatch ? { parent: parentPatch } : {}), ...(status ? { status } : {}) }
}

function statusPatch(parent: KubeObject, plan: Plan): Record<string, unknown> | undefined {
  const status = plan.status && mergeDiff(parent['status'], plan.status)
  const standing = parent.metadata.annotations
  const annotations = plan.statusAnnotations && mergeDiff(standing, { ...standing, ...plan.statusAnnotations })
  if (!status && !annotations) return
  return { ...(status ? { status } : {}), ...(annotations ? { metadata: { annotations } } : {}) }
}

const nothing = { creates: [], changes: [] } as const

/** A plan that returns the very list that it was shown costs nothing. */
function childWrites(observed: Compared, planned: readonly KubeObject[]): Pick<PlannedWrites, 'creates' | 'changes'> {
  if (observed.owns.length === 1 && planned === observed.children(observed.owns[0]!.kind)) return nothing
  const wanted = new Set(planned)
  const others = new Map<string, KubeObject>()
  const taken = new Set<string>()
  for (const { kind } of observed.owns) {
    for (const child of observed.children(kind)) {
      if (!wanted.delete(child)) others.set(String(child.metadata.uid), child)
      taken.add(nameOf(kind, child))
    }
  }
  const creates: PlannedWrites['creates'][number][] = []
  const changes: PlannedWrites['changes'][number][] = []
  for (const child of wanted) {
    const kind = kindOf(observed, child)
    const uid = child.metadata.uid
    if (uid === undefined) {
      const object = named(observed, kind, child)
      if (taken.has(nameOf(kind, object))) continue
      taken.add(nameOf(kind, object))
      creates.push({ verb: 'create', kind, object })
      continue
    }
    const old = others.get(uid)
    if (!old) throw new Error(`the plan returns ${kind.kind} ${child.metadata.name} of uid ${uid}, which is no child`)
    others.delete(uid)
    const patch = changeOf(kind, old, child)
    if (patch) changes.push({ verb: 'patch', kind, object: old, patch })
  }
  for (const object of others.values()) {
    if (object.metadata.deletionTimestamp) continue
    changes.push({ verb: 'delete', kind: kindOf(observed, object), object })
  }
  return { creates, changes }
}

function nameOf(kind: KindToken<object>, object: KubeObject): string {
  return `${kind.plural}.${kind.group}/${object.metadata.name}`
}

function kindOf({ owns }: Compared, child: KubeObject): KindToken<object> {
  if (owns.length === 1 && !child.kind) return owns[0]!.kind
  const found = owns.find(({ kind }) => kind.kind === child.kind && apiVersionOf(kind) === child.apiVersion)
  if (found) return found.kind
  throw new Error(`the plan returns a ${child.apiVersion ?? ''} ${child.kind ?? 'child without kind'}, not in \`owns\``)
}

/** Longest base that upstream keeps of a generateName, so that the name is a DNS label. */
const longestBase = 58

function named(observed: Compared, kind: KindToken<object>, child: KubeObject): KubeObject {
  const { parent } = observed
  const { generateName, ...metadata } = child.metadata
  if (!metadata.name && !generateName) throw new Error(`the plan returns a ${kind.kind} without name or generateName`)
  const name = metadata.name || `${generateName?.slice(0, longestBase)}${nameSuffix(observed.random)}`
  const owner: OwnerReference = {
    apiVersion: apiVersionOf(observed.kind),
    kind: observed.kind.kind,
    name: String(parent.metadata.name),
    uid: String(parent.metadata.uid),
    controller: true,
    blockOwnerDeletion: true,
  }
  const others = (metadata.ownerReferences ?? []).filter(({ uid }) => uid !== owner.uid)
  const namespace = kind.namespaced ? (metadata.namespace ?? parent.metadata.namespace) : undefined
  const generated = generateName ? { generateName } : {}
  return {
    ...child,
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata: { ...metadata, ...generated, name, namespace, ownerReferences: [...others, owner] },
  }
}

function changeOf(kind: KindToken<object>, old: KubeObject, child: KubeObject): object | undefined {
  if (old['status'] !== child['status'] && mergeDiff(old['status'], child['status'])) {
    throw new Error(
      `the plan changes the status of ${kind.kind} ${old.metadata.name}: that belongs to the child's own operator`,
    )
  }
  const patch = mergeDiff({ ...old, status: undefined }, { ...child, status: undefined })
  if (!patch) return undefined
  const { resourceVersion, uid } = old.metadata
  return { ...patch, metadata: { ...(patch['metadata'] as object), resourceVersion, uid } }
}
