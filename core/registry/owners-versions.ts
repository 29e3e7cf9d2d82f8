/** The versions that owners of an object may have written in. */
import { whenThere } from '../kit/index.js'
import { apiVersionOf, type KubeObject, parseApiVersion, unexplained } from '../meta/index.js'
import type { DefinitionVersion, Versions } from '../schema/index.js'
import { convert } from './conversion.js'
import { decode } from './schema-steps.js'
import type { Shelf } from './shelf.js'

/** Undefined of built-in kinds whose versions call fields alike. */
export function ownersVersions(shelf: Shelf): Versions | undefined {
  const { definition, version, renamed } = shelf
  if (!version.steps && !renamed) return undefined
  const { group, versions } = definition
  const named = (apiVersion: string): DefinitionVersion => {
    const found =
      renamed?.get(apiVersion) ?? versions.find(({ name }) => apiVersionOf({ group, version: name }) === apiVersion)
    if (found) return found
    throw unexplained(`request to convert to an invalid group/version: ${apiVersion}`)
  }
  return {
    isOwn: version.steps !== undefined,
    type: (apiVersion) => named(apiVersion).type(),
    // Upstream knows the types of one group at a time.
    ...(renamed
      ? { knows: (apiVersion) => renamed.has(apiVersion) && groupOf(apiVersion) === groupOf(shelf.apiVersion) }
      : {}),
    convert(object, apiVersion) {
      const wanted = named(apiVersion)
      if (object.apiVersion === apiVersion) return object
      const { managedFields: _, ...metadata } = object.metadata
      const copy = structuredClone({ ...object, metadata }) as KubeObject
      return whenThere(convert(shelf, copy, { apiVersion }), (converted) => known(converted, wanted))
    },
  }
}

const groupOf = (apiVersion: string): string => parseApiVersion(apiVersion).group

/** As upstream, whose types of fields know those of the schema alone. */
function known(converted: KubeObject, version: DefinitionVersion): KubeObject {
  const { object, unknown } = decode(converted, version)
  if (unknown.length > 0)
    throw unexplained(`failed to convert to ${converted.apiVersion}: .${unknown[0]}: field not declared in schema`)
  return object
}
