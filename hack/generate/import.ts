/**
 * The importer of a Kubernetes version's facts: `node hack/generate.mjs --import ../shared/k8s-api` writes crds/<group>/<kind>.yaml and crds/<group>/types/*.yaml.
 * What upstream declares is replaced; what people wrote into the files (strategy, columns, selectable fields, descriptions, further constraints) stays.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { emitYaml } from './emit-yaml.js'
import { type FactResource, type Facts, readFacts } from './facts.js'
import { folderOf, kebab, type Layout, layOut } from './import-layout.js'
import { keepWritten } from './import-merge.js'
import { schemaOfType } from './import-schema.js'
import { packageOf, type Schema, simpleName } from './schema.js'

const meta = 'io.k8s.apimachinery.pkg.apis.meta.v1'
const furtherTypes = [
  ...['Status', 'DeleteOptions', 'WatchEvent', 'Patch', 'ListMeta', 'LabelSelector', 'APIGroup', 'APIGroupList'],
  ...['APIResourceList', 'APIVersions', 'Condition', 'PartialObjectMetadata', 'PartialObjectMetadataList', 'Table'],
].map((name) => `${meta}.${name}`)
const versionInfo = 'io.k8s.apimachinery.pkg.version.Info'

export function importFacts(factsFolder: string, crds: string): number {
  const facts = readFacts(factsFolder)
  const served = facts.resources.filter((resource) => resource.stability === 'ga')
  const others = served.flatMap((resource) => (resource.subresources ?? []).flatMap((sub) => sub.type ?? []))
  const kinds = served.map((resource) => resource.type)
  const layout = layOut(facts, kinds, [...furtherTypes, versionInfo, ...others.filter((type) => !kinds.includes(type))])
  const byFile = new Map<string, FactResource[]>()
  for (const resource of served) {
    const path = `${resource.group || 'core'}/${kebab(resource.kind)}.yaml`
    byFile.set(path, [...(byFile.get(path) ?? []), resource])
  }
  write(join(crds, 'groups.yaml'), 'API groups in order of discovery.', {
    groups: facts.groups.map(({ group }) => group),
  })
  for (const [path, versions] of byFile) {
    const { kind, group } = versions[0]!
    write(join(crds, path), `${kind} of ${group || 'core'}. Keys: crds/README.md.`, definition(facts, versions, layout))
  }
  for (const [path, types] of layout.shared) {
    const home = packageOf(types[0]!)
    const title = `Shared types of ${folderOf(home)}. Keys: crds/README.md.`
    write(join(crds, path), title, { 'x-operon-package': home, 'x-operon-types': schemas(facts, types) })
  }
  return byFile.size + layout.shared.size
}

function write(path: string, comment: string, document: Record<string, unknown>): void {
  const old = existsSync(path) ? (load(readFileSync(path, 'utf8')) as Record<string, unknown>) : undefined
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, emitYaml(comment, old ? keepWritten(old, document) : document))
}

function definition(facts: Facts, versions: readonly FactResource[], layout: Layout): Record<string, unknown> {
  const { group, kind, plural, singular, shortNames, categories, namespaced } = versions[0]!
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: group ? `${plural}.${group}` : plural },
    spec: {
      group,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      names: {
        kind,
        plural,
        singular,
        ...(shortNames ? { shortNames } : {}),
        ...(categories ? { categories } : {}),
      },
      versions: versions.map((version, index) => versionEntry(facts, version, { storage: index === 0, layout })),
    },
  }
}

const allVerbs = 'create,delete,deletecollection,get,list,patch,update,watch'

function versionEntry(facts: Facts, resource: FactResource, { storage, layout }: { storage: boolean; layout: Layout }) {
  const types = layout.own.get(resource.type) ?? []
  return {
    name: resource.version,
    served: true,
    storage,
    'x-operon-package': packageOf(resource.type),
    ...(resource.verbs.join() === allVerbs ? {} : { 'x-operon-verbs': resource.verbs }),
    ...(resource.deleteReturns ? { 'x-operon-delete-returns-object': true } : {}),
    ...(resource.storageVersionHash ? { 'x-operon-storage-version-hash': resource.storageVersionHash } : {}),
    ...(resource.subresources ? { subresources: subresources(resource) } : {}),
    schema: { openAPIV3Schema: schemaOfType(facts, resource.type) },
    ...(types.length ? { 'x-operon-types': schemas(facts, types) } : {}),
  }
}

const scalePaths = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
  labelSelectorPath: '.spec.selector',
}

function subresources(resource: FactResource): Record<string, unknown> {
  const entries = (resource.subresources ?? []).map((sub) => {
    const sameKind = sub.kind === resource.kind && sub.group === undefined
    const said = {
      ...(sub.name === 'scale' ? scalePaths : {}),
      ...(sameKind || sub.name === 'scale' ? {} : { 'x-operon-kind': sub.kind }),
      ...(sub.group === undefined || sub.name === 'scale'
        ? {}
        : { 'x-operon-group': sub.group, 'x-operon-version': sub.version }),
      ...(sub.verbs.join() === 'get,patch,update' ? {} : { 'x-operon-verbs': sub.verbs }),
      ...(sub.connect ? { 'x-operon-connect': true } : {}),
      ...(sub.path ? { 'x-operon-path': true } : {}),
      ...(sub.produces ? { 'x-operon-produces': sub.produces } : {}),
    }
    return [sub.name, said]
  })
  return Object.fromEntries(entries)
}

function schemas(facts: Facts, types: readonly string[]): Record<string, Schema> {
  const entries = types.map((type) => {
    const { type: form, ...schema } = schemaOfType(facts, type)
    const isWhole = Object.values(facts.types.get(type)?.fields ?? {}).some(({ pbSkip }) => pbSkip === 'typeMeta')
    return [
      simpleName(type),
      { ...(form ? { type: form } : {}), ...(isWhole ? { 'x-operon-object': true } : {}), ...schema },
    ]
  })
  return Object.fromEntries(entries)
}
