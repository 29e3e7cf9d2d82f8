/** Objects from one version into another: by the means that a definition names, by its kind's plugin, or by apiVersion alone. */
import { type MaybePromise, whenThere } from '../kit/index.js'
import { type KubeObject, parseApiVersion } from '../meta/index.js'
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
