import { parseApiVersion } from '../meta/index.js'
import { TypeBuilder } from './build-type.js'
import type { Definition } from './definition.js'
import type { TypeSource } from './schema-node.js'
import type { StructType } from './type.js'

/** The types of whole objects by apiVersion and kind: of served kinds, and of shapes that are never stored (Scale, DeleteOptions, Eviction), which are found by their full names. */
export function wholeTypes(
  definitions: () => readonly Definition[],
  types: TypeSource,
): (apiVersion: string, kind: string) => StructType | undefined {
  const builder = new TypeBuilder(types)
  const named = (name: string): StructType | undefined => {
    try {
      const type = builder.named(name)
      return type.shape === 'struct' ? type : undefined
    } catch {
      return undefined
    }
  }
  return (apiVersion, kind) => {
    const { group, version } = parseApiVersion(apiVersion)
    const definition = definitions().find((each) => each.group === group && each.names.kind === kind)
    const served = definition?.versions.find((each) => each.name === version)
    if (served) return served.type()
    const short = group === '' ? 'core' : (group.split('.')[0] as string)
    return named(`io.k8s.api.${short}.${version}.${kind}`) ?? named(`io.k8s.apimachinery.pkg.apis.meta.v1.${kind}`)
  }
}
