/** What changes objects: patches, apply, and sets of fields. */
import type { KubeObject } from '../../../core/meta/index.js'
import {
  applyConfiguration,
  applyJsonPatch,
  applyMergePatch,
  applyStrategicMergePatch,
  decodeObject,
  trackUpdate,
} from '../../../core/schema/index.js'
import {
  difference,
  type FieldSet,
  intersection,
  readFieldSet,
  isMember,
  paths,
  sameSet,
  union,
  withoutBelow,
} from '../../../core/schema/managed/field-set.js'
import { mergeTwin } from '../../kit/merge-twin.js'
import { workload } from '../../kit/sample-types.js'
import { builtIns, typeOf } from '../built-ins.js'
import { asJson, type FuzzTarget, refusable, same } from '../target.js'

type Members = Record<string, unknown>
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An input that is a list of so many objects. */
function objectsOf(input: Buffer, count: number): Members[] | undefined {
  const read = asJson(input)
  return Array.isArray(read) && read.length >= count && read.every(isMembers) ? (read as Members[]) : undefined
}

const polluted = (): void => {
  if (Object.keys(Object.prototype).length > 0 || ({} as Members)['polluted'] !== undefined)
    throw new Error('the prototype of all objects was changed')
}

const jsonPatch: FuzzTarget = {
  name: 'json-patch',
  form: 'json',
  seeds: [
    '[{"a":{"b":[1,2,{"c":"d"}]},"x/y":null},[{"op":"add","path":"/a/b/-","value":3},{"op":"test","path":"/x~1y","value":null},{"op":"copy","from":"/a","path":"/a/e"}]]',
    '[{"a":[1,2,3]},[{"op":"move","from":"/a/0","path":"/a/-1"},{"op":"replace","path":"","value":{"b":1}},{"op":"remove","path":"/b"}]]',
  ],
  words: ['add', 'remove', 'replace', 'move', 'copy', 'test', 'op', 'path', 'from', 'value', '/', '/a', '/a/-', '/a/0', '/a/-1', '~0', '~1', '/__proto__/polluted', '/constructor/prototype/polluted', ''], // biome-ignore format: one list
  run(input) {
    const read = asJson(input)
    if (!Array.isArray(read) || !isMembers(read[0])) return
    const once = refusable(() => applyJsonPatch(structuredClone(read[0] as Members), structuredClone(read[1])))
    const again = refusable(() => applyJsonPatch(structuredClone(read[0] as Members), structuredClone(read[1])))
    same(again, once, 'the same patch')
    polluted()
  },
}

const mergePatch: FuzzTarget = {
  name: 'merge-patch',
  form: 'json',
  seeds: ['[{"a":{"b":1,"c":[1]},"d":null},{"a":{"b":null,"e":{"f":null}},"d":[{"g":null}]}]'],
  words: ['a', 'b', 'c', '__proto__', 'constructor', 'polluted'],
  run(input) {
    const [object, patch] = objectsOf(input, 2) ?? []
    if (!object || !patch) return
    const merge = (into: Members) => refusable(() => applyMergePatch(structuredClone(into), structuredClone(patch)))
    const merged = merge(object)
    if (merged) same(merged, mergeTwin(object, patch), 'by the twin')
    polluted()
  },
}

const strategicSeeds = [
  '[{"metadata":{"labels":{"a":"b"},"finalizers":["x/y","z/w"]},"spec":{"containers":[{"name":"a","image":"i","env":[{"name":"E","value":"1"}],"ports":[{"containerPort":80,"protocol":"TCP"}]},{"name":"b"}],"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}},{"metadata":{"$deleteFromPrimitiveList/finalizers":["x/y"]},"spec":{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}],"containers":[{"name":"a","image":"j","$setElementOrder/env":[{"name":"E"}],"env":[{"name":"E","$patch":"delete"}]},{"name":"c"}],"strategy":{"$retainKeys":["type"],"type":"Recreate"}}}]',
  '[{"spec":{"containers":[{"name":"a"}]}},{"spec":{"containers":[{"$patch":"replace"},{"name":"b"}]},"metadata":{"$patch":"replace","name":"x"}}]',
]

const strategic: FuzzTarget = {
  name: 'strategic',
  form: 'json',
  seeds: strategicSeeds,
  words: ['$patch', 'delete', 'replace', 'merge', '$retainKeys', '$setElementOrder/containers', '$deleteFromPrimitiveList/finalizers', '$setElementOrder/finalizers', 'name', 'containers', 'ports', 'env', 'a', 'b', 'spec', 'metadata', 'finalizers', 'labels', '__proto__'], // biome-ignore format: one list
  run(input) {
    const [object, patch] = objectsOf(input, 2) ?? []
    if (!object || !patch) return
    for (const type of [workload, typeOf('v1', 'Pod')!]) {
      const patched = refusable(() => applyStrategicMergePatch(structuredClone(object), structuredClone(patch), type))
      if (patched) JSON.stringify(patched)
    }
    polluted()
  },
}

const applySeeds = [
  '[{"metadata":{"labels":{"a":"1"}},"spec":{"containers":[{"name":"a","image":"i","ports":[{"containerPort":80}]}]}},{"spec":{"containers":[{"name":"a","image":"j","env":[{"name":"E","value":"1"}]},{"name":"b"}]}},{"metadata":{"finalizers":["a/b"]},"spec":{"containers":[{"name":"b","image":"k"}],"nodeSelector":{"x":"y"}}}]',
]

/** As it comes from a client: unknown members dropped, quantities in order. */
function podOf(members: Members): KubeObject | undefined {
  const version = builtIns().definitions.find(({ names, group }) => names.plural === 'pods' && group === '')!
    .versions[0]!
  const metadata = isMembers(members['metadata']) ? members['metadata'] : {}
  const body = { apiVersion: 'v1', kind: 'Pod', ...members, metadata: { ...metadata, name: 'a' } }
  return refusable(() => decodeObject(version, JSON.parse(JSON.stringify(body))).object)
}

const time = '2026-01-01T00:00:00Z'

const apply: FuzzTarget = {
  name: 'apply',
  form: 'json',
  seeds: applySeeds,
  words: ['name', 'image', 'containers', 'spec', 'metadata', 'labels', 'finalizers', 'ports', 'containerPort', 'protocol', 'env', 'managedFields', 'fieldsV1', 'f:spec', 'k:{"name":"a"}', 'v:"a"', '.', 'tolerations', 'volumes', 'topologySpreadConstraints', 'a', 'b'], // biome-ignore format: one list
  run(input) {
    const read = objectsOf(input, 1)
    if (!read) return
    const type = typeOf('v1', 'Pod')!
    let live = podOf(read[0]!)
    if (!live) return
    const owner = { manager: 'base', operation: 'Update' as const, apiVersion: 'v1', subresource: '', time }
    refusable(() => trackUpdate(live!, { type, live: undefined, owner, reset: ['status'] }))
    for (const [at, members] of read.slice(1, 6).entries()) {
      const stated = podOf(members)
      if (!stated) continue
      const application = { type, owner: { ...owner, manager: `m${at % 2}`, operation: 'Apply' as const }, force: at > 2, reset: ['status'] } // biome-ignore format: one object
      const repeat = (over: KubeObject) =>
        refusable(() => applyConfiguration(structuredClone(stated), { ...application, live: structuredClone(over) }))
      const next = repeat(live)
      if (!next) continue
      // What an apply empties goes at first, and is there again when it was stated: from then on nothing changes.
      const again = repeat(next)
      if (again) same(repeat(again), again, 'applied three times')
      live = next
    }
    polluted()
  },
}

/** A set as the paths of its members. */
function membersOf(set: FieldSet, prefix = ''): Set<string> {
  const found = new Set<string>()
  for (const key of Object.keys(set)) {
    if (key === '.') continue
    const below = set[key]!
    if (isMember(below)) found.add(`${prefix}\n${key}`)
    for (const path of membersOf(below, `${prefix}\n${key}`)) found.add(path)
  }
  return found
}

/** Without empty leftovers and dots that say nothing: what two sets with the same members have in common. */
const sorted = (members: Iterable<string>): string[] => [...members].sort()

const fieldSets: FuzzTarget = {
  name: 'field-sets',
  form: 'json',
  seeds: [
    '[{"f:spec":{"f:containers":{"k:{\\"name\\":\\"a\\"}":{".":{},"f:image":{}}},"f:x":{}}},{"f:spec":{"f:containers":{".":{},"k:{\\"name\\":\\"b\\"}":{}}},"f:metadata":{"f:finalizers":{"v:\\"a\\"":{}}}}]',
  ],
  words: ['f:a', 'f:b', '.', 'k:{"name":"a"}', 'v:"a"', 'i:0', 'f:spec', 'f:__proto__', 'f:'],
  run(input) {
    const [a, b] = (objectsOf(input, 2) ?? []).map(readFieldSet)
    if (!a || !b) return
    // At the root there is no path that could be a member.
    delete a['.']
    delete b['.']
    const [inA, inB] = [membersOf(a), membersOf(b)]
    const both = sorted([...inA].filter((path) => inB.has(path)))
    same(sorted(membersOf(union(a, b))), sorted(new Set([...inA, ...inB])), 'union')
    same(sorted(membersOf(intersection(a, b))), both, 'intersection')
    same(sorted(membersOf(difference(a, b))), sorted([...inA].filter((path) => !inB.has(path))), 'difference')
    const covered = (path: string) => [...inB].some((other) => path === other || path.startsWith(`${other}\n`))
    same(
      sorted(membersOf(withoutBelow(a, b))),
      sorted([...inA].filter((path) => !covered(path))),
      'without what is below',
    )
    same(sameSet(a, structuredClone(a)), true, 'a copy')
    refusable(() => paths(a), SyntaxError)
  },
}

export const changes: readonly FuzzTarget[] = [jsonPatch, mergePatch, strategic, apply, fieldSets]
