/** A text in double quotes, as Go writes it (`%q`): what can't be printed by its number. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, escaped)}"`
}

/** What has a letter of its own behind a backslash. */
export const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

function escaped(letter: string): string {
  const code = letter.codePointAt(0)!
  const hex = (digits: number) => code.toString(16).padStart(digits, '0')
  if (escapes[letter]) return escapes[letter]
  if (code < 0x20 || code === 0x7f) return `\\x${hex(2)}`
  return code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`
}
