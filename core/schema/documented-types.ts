import type { SchemaNode, TypeSource } from './schema-node.js'
import { typeSource } from './type-source.js'

/** What every field of this sort is said to be, whatever it is for. */
const sayingNothing = /^IntOrString is a type/

/**
 * Schemas with descriptions of their members. `words`: a line a class of the documented client, `V1Pod` or `CoreV1Event`, a tab, and JSON of descriptions by member, the class's own under ''.
 * What a schema says itself stands where the words say nothing.
 */
export function documentedTypes(types: TypeSource, words: () => string): TypeSource {
  let classes: ((name: string) => Readonly<Record<string, string>> | undefined) | undefined
  return (name) => {
    classes ??= classSource(words())
    const schema = types(name)
    const [long, short] = classNames(name)
    const described = classes(long) ?? classes(short)
    return described ? withWords(schema, described) : schema
  }
}

function classSource(text: string): (name: string) => Readonly<Record<string, string>> | undefined {
  const source = typeSource(text)
  return (name) => {
    try {
      return source(name) as Readonly<Record<string, string>>
    } catch {
      return undefined
    }
  }
}

/** `io.k8s.api.core.v1.Event`: CoreV1Event; V1Event where one group alone has the name. */
function classNames(typeName: string): readonly [string, string] {
  const [group = '', version = '', name = ''] = typeName.split('.').slice(-3)
  const short = `${capitalized(version)}${name}`
  return [`${capitalized(group)}${short}`, short]
}

const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function withWords(schema: SchemaNode, words: Readonly<Record<string, string>>): SchemaNode {
  const properties = Object.entries(schema.properties ?? {}).map(([member, node]) => {
    const said = words[member]
    const isBetter = said !== undefined && !(node.description !== undefined && sayingNothing.test(said))
    return [member, isBetter ? { ...node, description: said } : node]
  })
  return {
    ...schema,
    ...(words[''] === undefined ? {} : { description: words[''] }),
    ...(schema.properties ? { properties: Object.fromEntries(properties) } : {}),
  }
}
