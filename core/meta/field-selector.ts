/** Field selectors: `a=b,c!=d`, with the grammar of apimachinery's fields.ParseSelector (backslash escapes `,`, `=` and itself). */
import { mostRequirements, tooManyRequirements } from './selector-parse.js'
import { badRequest } from './status.js'

/** One requirement on a field's value as text. */
export interface FieldRequirement {
  readonly path: string
  readonly operator: '=' | '!='
  readonly value: string
}

/** Throws 400 BadRequest for a term without an operator or with a bad escape. '' has no requirements. Which paths a kind knows is not checked here. */
export function parseFieldSelector(text: string): readonly FieldRequirement[] {
  return terms(text)
    .sort()
    .map((term) => parseTerm(term, text))
    .filter(({ path, value }) => path !== '' || value !== '')
}

/** Splits at commas that are not escaped. */
function terms(text: string): string[] {
  const found: string[] = []
  for (const [term] of text.matchAll(/(?:\\[\s\S]|[^,\\])+\\?|\\$/g)) {
    if (found.length === mostRequirements) throw tooManyRequirements()
    found.push(term)
  }
  return found
}

function parseTerm(term: string, whole: string): FieldRequirement {
  const match = /^([^=!]*(?:!(?!=)[^=!]*)*)(!=|==|=)([\s\S]*)$/.exec(term)
  if (!match) throw badRequest(`invalid selector: '${whole}'; can't understand '${term}'`)
  return { path: match[1]!, operator: match[2] === '!=' ? '!=' : '=', value: unescapeValue(match[3]!) }
}

function unescapeValue(escaped: string): string {
  if (!/[\\,=]/.test(escaped)) return escaped
  const bad = /^(?:[^\\,=]|\\[\\,=])*/.exec(escaped)![0]
  if (bad.length < escaped.length) {
    const rest = escaped.slice(bad.length)
    if (rest[0] !== '\\')
      throw badRequest(`invalid field selector: unescaped character in value: ${rest.codePointAt(0)}`)
    throw badRequest(`invalid field selector: invalid escape sequence: ${rest.slice(0, 2)}`)
  }
  return escaped.replace(/\\([\\,=])/g, '$1')
}

/** Whether every requirement holds of the values that `read` answers ('' for an absent field). */
export function meetsFieldRequirements(
  requirements: readonly FieldRequirement[],
  read: (path: string) => string,
): boolean {
  for (const { path, operator, value } of requirements) if ((read(path) === value) !== (operator === '=')) return false
  return true
}
