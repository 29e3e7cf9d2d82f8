/** `fieldPath` of a rule: from the rule's place to a member that the schema declares. */
import { controlLetters } from '../../kit/index.js'
import { othersOf, propertyOf } from '../custom/shape.js'
import type { SchemaNode } from '../schema-node.js'

/** As errors write it (`.spec.name`, `[key]`); throws SyntaxError for what leads nowhere. */
export function fieldPathOf(text: string, schema: SchemaNode): string {
  let rest = text
  let here = schema
  let path = ''
  while (rest) {
    const match = /^(?:\.([^.[\]']+)|\['((?:[^'\\]|\\.)*)'\])/.exec(rest)
    if (!match) throw new SyntaxError(`expected [ or . but got: ${rest.slice(0, 100)}`)
    rest = rest.slice(match[0].length)
    const name = match[1] ?? match[2]!.replace(/\\(.)/g, (_, each: string) => controlLetters[each] ?? each)
    const property = propertyOf(here, name)
    const next = property ?? (here.properties ? undefined : othersOf(here))
    if (!next) throw new SyntaxError('leads to no property of the schema')
    path += property ? `.${name}` : `[${name}]`
    here = next
  }
  return path
}
