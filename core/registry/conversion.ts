/** Objects from one version into another: by the means that a definition names, by its kind's plugin, or by apiVersion alone. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import { apiVersionOf, type KubeObject, parseApiVersion } from '../meta/index.js'
import type { DefinitionVersion } from '../schema/index.js'
import { decode } from './schema-steps.js'
import type { Shelf } from './shelf.js'

/** The object in `apiVersion`: itself, changed in place, or one that a conversion has made of it. At once but where a webhook is asked. */
export function convert(
  shelf: Shelf,
  object: KubeObject,
  { apiVersion, form }: { readonly apiVersion: string; readonly form?: 'configuration' },
): MaybePromise<KubeObject> {
  if (object.apiVersion === apiVersion) return object
  const { conversion } = shelf.definition
  if (conversion) return whenThere(conversion.convert([object], apiVersion, form), ([converted]) => converted!)
  shelf.plugin?.convert?.(object, parseApiVersion(apiVersion))
  object.apiVersion = apiVersion
  return object
}

/** As `convert`, and what that version's schema does not know is dropped, as are nulls that it forbids; nothing is filled in, as upstream. Of people's own kinds. */
export function convertInto(shelf: Shelf, object: KubeObject, version: DefinitionVersion): MaybePromise<KubeObject> {
  const apiVersion = apiVersionOf({ group: shelf.definition.group, version: version.name })
  return whenThere(convert(shelf, object, { apiVersion }), (converted) => takeIn(shelf, converted, version))
}

/** What a conversion has made of an object of people's own kinds, in place. */
export function takeIn({ definition }: Shelf, converted: KubeObject, version: DefinitionVersion): KubeObject {
  converted.kind = definition.names.kind
  const { object } = decode(converted, version)
  version.steps?.().dropNulls(object)
  return object
}

/** As `convert` for many; those that are in that version already cost nothing, the others are converted together. In the same order. */
export function convertAll(
  shelf: Shelf,
  objects: readonly KubeObject[],
  apiVersion: string,
): MaybePromise<readonly KubeObject[]> {
  const others = objects.filter((object) => object.apiVersion !== apiVersion)
  const { conversion } = shelf.definition
  if (others.length === 0) return objects
  if (!conversion) return objects.map((object) => convert(shelf, object, { apiVersion }) as KubeObject)
  return whenThere(conversion.convert(others, apiVersion), (converted) => {
    let next = 0
    return objects.map((object) => (object.apiVersion === apiVersion ? object : converted[next++]!))
  })
}
