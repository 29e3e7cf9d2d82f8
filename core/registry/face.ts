/** Built-in kinds whose versions call fields otherwise: they are worked on in the stored version, and who owns what is looked at in the one asked for, as upstream. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import { apiVersionOf, type KubeObject } from '../meta/index.js'
import { trackUpdate } from '../schema/index.js'
import { convert } from './conversion.js'
import type { Ground } from './ground.js'
import { ownerOf } from './owner.js'
import { ownersVersions } from './owners-versions.js'
import { setDefaults } from './schema-steps.js'
import { type Shelf, typeOf } from './shelf.js'
import { resetMembers } from './untouchable.js'
import type { Target, WriteContext } from './verbs.js'

/** The shelf as the version asked for sees it: itself, but for those kinds. */
export function faceOf(shelf: Shelf, { resource: { definition, version } }: Target): Shelf {
  if (!shelf.renamed || version === shelf.version) return shelf
  return { ...shelf, version, apiVersion: apiVersionOf({ group: definition.group, version: version.name }) }
}

/** The object in the face's version, with the very managedFields that it has: itself, or a copy. */
export function faced(face: Shelf, object: KubeObject): KubeObject {
  if (!face.renamed || object.apiVersion === face.apiVersion) return object
  const { managedFields, ...metadata } = object.metadata
  const copy = structuredClone({ ...object, metadata }) as KubeObject
  convert(face, copy, face)
  if (managedFields !== undefined) copy.metadata.managedFields = managedFields
  return copy
}

/** What was made in the face's version, in place in the shelf's. */
export function unfaced(shelf: Shelf, face: Shelf, object: KubeObject): KubeObject {
  if (face === shelf) return object
  setDefaults(shelf, object, { version: face.version })
  return convert(shelf, object, shelf) as KubeObject
}

export interface Tracked {
  readonly shelf: Shelf
  readonly target: Target
  readonly context: WriteContext
  /** What stands there; undefined for a create. */
  readonly live: KubeObject | undefined
}

/** `trackUpdate` of a whole write. */
export function track(ground: Ground, next: KubeObject, { live, ...written }: Tracked): MaybePromise<void> {
  const face = faceOf(written.shelf, written.target)
  const shown = faced(face, next)
  const tracked = trackUpdate(shown, {
    type: typeOf(face),
    live: live && faced(face, live),
    owner: ownerOf(ground, face, written),
    reset: resetMembers(written),
    versions: ownersVersions(face),
  })
  if (shown === next) return tracked
  return whenThere(tracked, () => {
    const { managedFields } = shown.metadata
    if (managedFields === undefined) delete next.metadata.managedFields
    else next.metadata.managedFields = managedFields
  })
}
