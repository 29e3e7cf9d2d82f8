/** The objects of admission requests in the versions that policies and webhooks want to see, and the way back from what these make of them. */
import type { AdmissionRequest } from '../admission/contract.js'
import { type MaybePromise, whenThere } from '../kit/index.js'
import {
  apiVersionOf,
  badRequest,
  type KubeObject,
  type ObjectMeta,
  sameJson,
  scaleShape,
  staleObject,
} from '../meta/index.js'
import { applyJsonPatch, decodeConfiguration, mergeConfiguration } from '../schema/index.js'
import { accept } from './accept.js'
import { presentObject } from './answer.js'
import type { Catalog } from './catalog.js'
import type { AdmittedVersions, AskedAs } from './contract.js'
import { replicasOf, type ScalePaths, scaleOf, setReplicas } from './scale-object.js'
import { decode } from './schema-steps.js'
import type { Shelf } from './shelf.js'
import { isPlugins } from './untouchable.js'
import type { Resource, Target } from './verbs.js'

export function admittedVersions(catalog: Catalog): AdmittedVersions {
  let known = new Map<string, readonly AskedAs[]>()
  let definitions = catalog.all()
  return {
    all(request) {
      if (catalog.all() !== definitions) known = new Map()
      definitions = catalog.all()
      const { group, plural, askedGroup, askedVersion, subresource } = request
      const key = [group, plural, askedGroup, askedVersion, subresource].join('/')
      const found = known.get(key) ?? allOf(catalog, request)
      known.set(key, found)
      return found
    },
    present(request, object, as) {
      const place = placeIn(catalog, request, as)
      const copy = structuredClone(object)
      if (!place) return Object.assign(copy, { apiVersion: apiVersionOf(as.kind), kind: as.kind.kind })
      const { shelf, target, scale } = place
      const shown = presentObject(shelf, target.resource, copy)
      return scale ? whenThere(shown, (whole) => scaleOf(whole, scale)) : shown
    },
    take(request, changed, as) {
      const object = request.object!
      const place = placeIn(catalog, request, as)
      if (!place) return putOver(object, changed)
      if (place.scale) return takeScale(request, changed, { ...place, scale: place.scale })
      return whenThere(accepted(request, changed, place), (next) => putOver(object, next))
    },
    isSame: (a, b, as) => sameJson(a, b) || areAlike(catalog.find(as.group, as.version, as.plural), a, b),
    patched: (object, operations) => applyJsonPatch(object, operations) as KubeObject,
    merged: (object, configuration, as) =>
      merged(catalog.find(as.group, as.version, as.plural)!, object, configuration),
  }
}

function allOf(catalog: Catalog, request: AdmissionRequest): readonly AskedAs[] {
  const { group, plural, askedGroup, askedVersion, subresource } = request
  const own = catalog.definition(`${group}/${plural}`)
  const asked = askedGroup === group ? own : catalog.definition(`${askedGroup}/${plural}`)
  const first = asked && versionIn(asked, askedVersion)
  if (!asked || !first) return []
  const shelf = catalog.shelf(asked)
  const others = [asked, ...catalog.all().filter((each) => each !== asked && isSame(each, shelf, catalog))]
  const resources = others.flatMap((definition) =>
    definition.versions.filter(({ served }) => served).map((version): Resource => ({ definition, version })),
  )
  const having = resources.filter(
    ({ version }) => !subresource || version.subresources.some(({ name }) => name === subresource),
  )
  const rest = having.filter(({ definition, version }) => definition !== asked || version !== first)
  return [{ definition: asked, version: first }, ...rest].map((resource) => askedAs(resource, subresource))
}

const versionIn = ({ versions }: Resource['definition'], wanted: string) =>
  versions.find(({ name, served }) => served && name === wanted)

/** Kept on the same shelf: events of both groups are. */
function isSame(definition: Resource['definition'], shelf: Shelf, catalog: Catalog): boolean {
  const { storedAs } = definition.strategy
  if (storedAs === undefined) return definition === shelf.definition
  return catalog.definition(storedAs) === shelf.definition
}

function askedAs({ definition, version }: Resource, subresource: string): AskedAs {
  const { group, names } = definition
  const place = { group, version: version.name, plural: names.plural }
  const own = { group, version: version.name, kind: names.kind }
  if (!subresource || !(subresource === 'scale' || isPlugins(subresource))) return { ...place, kind: own }
  const found = version.subresources.find(({ name }) => name === subresource)
  return { ...place, kind: found ? { group: found.group, version: found.version, kind: found.kind } : own }
}

interface Place {
  readonly shelf: Shelf
  readonly target: Target
  readonly scale: ScalePaths | undefined
}

/** Undefined: it is no object of the registry, but what a plugin answers. */
function placeIn(catalog: Catalog, request: AdmissionRequest, as: AskedAs): Place | undefined {
  const { subresource, namespace } = request
  const resource = catalog.find(as.group, as.version, as.plural)
  if (!resource || isPlugins(subresource || undefined) || resource.definition.strategy.createOnly) return undefined
  const found = resource.version.subresources.find(({ name }) => name === subresource)
  // Another name is refused as a change of it.
  const target = { resource, namespace, name: '', ...(found ? { subresource: found } : {}) }
  const asked = resource.definition.versions.find((version) => version.name === request.version) ?? resource.version
  return { shelf: catalog.workshop({ ...resource, version: asked }), target, scale: found?.scale }
}

function accepted(request: AdmissionRequest, changed: KubeObject, { shelf, target }: Place): MaybePromise<KubeObject> {
  const { object, oldObject } = request
  const { user, dryRun, warn } = request
  const context = { user, dryRun, fieldManager: user.username, fieldValidation: 'Ignore', warn } as const
  const { managedFields } = object!.metadata
  const revision = changed.metadata?.resourceVersion
  if (oldObject && revision && revision !== oldObject.metadata.resourceVersion)
    throw staleObject(shelf.subject, request.name)
  const settle = (next: KubeObject) => keepManaged(next, managedFields, warn)
  // Members that it shares with what stood there would be taken to be right already: the copy shares none.
  return accept(changed, { shelf, target, context, by: 'patch', settle })
}

/** Who owns what is kept as it was where admission has left nothing that says so. */
function keepManaged(
  { metadata }: KubeObject,
  before: ObjectMeta['managedFields'],
  warn: (message: string) => void,
): void {
  const wrong = metadata.managedFields?.find(
    ({ operation, apiVersion, fieldsType, fieldsV1 }) =>
      (operation !== 'Update' && operation !== 'Apply') || !apiVersion || fieldsType !== 'FieldsV1' || !fieldsV1,
  )
  if (!wrong) return
  if (before) metadata.managedFields = before
  else delete metadata.managedFields
  warn(
    `.metadata.managedFields was in an invalid state after admission, and is kept as it was: manager ${JSON.stringify(wrong.manager)} lacks its apiVersion, operation, fieldsType or fieldsV1`,
  )
}

function takeScale(
  request: AdmissionRequest,
  changed: KubeObject,
  place: Place & { readonly scale: ScalePaths },
): MaybePromise<void> {
  if (changed.kind !== scaleShape.kind) throw badRequest(`a ${scaleShape.kind} is needed, not ${String(changed.kind)}`)
  const { shelf, target, scale } = place
  const { object } = request
  const whole = presentObject(shelf, target.resource, structuredClone(object!))
  const set = whenThere(whole, (state) => {
    setReplicas(state, scale, replicasOf(changed, request.name))
    return accepted(request, state, { ...place, target: { ...target, subresource: undefined } })
  })
  return whenThere(set, (next) => putOver(object!, next))
}

function areAlike(resource: Resource | undefined, a: KubeObject, b: KubeObject): boolean {
  if (!resource?.definition.builtIn || a.kind !== resource.definition.names.kind) return false
  const bare = (object: KubeObject) => decode(structuredClone(object), resource.version).object
  try {
    return sameJson(bare(a), bare(b))
  } catch {
    return false
  }
}

function putOver(object: KubeObject, changed: KubeObject): void {
  for (const member of Object.keys(object)) if (!Object.hasOwn(changed, member)) delete object[member]
  Object.assign(object, changed)
}

function merged({ version }: Resource, object: KubeObject, configuration: KubeObject): KubeObject {
  const { object: stated, unknown } = decodeConfiguration(version, configuration)
  if (unknown.length > 0)
    throw new Error(
      `failed to convert patch object to typed object: ${unknown.map((path) => `.${path}: field not declared in schema`).join(', ')}`,
    )
  return mergeConfiguration(object, stated, version.type())
}
