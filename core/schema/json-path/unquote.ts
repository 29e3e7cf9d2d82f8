/** Quoted texts as Go writes them. */
import { controlLetters } from '../../kit/index.js'

const escaped = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))/gs

/** `quoted` with its marks, single or double, around it. Throws TypeError where an escape is none that Go knows. */
export function unquote(quoted: string): string {
  const mark = quoted[0]!
  const wrong = () => new TypeError(`no quoted text: ${quoted}`)
  return quoted
    .slice(1, -1)
    .replace(escaped, (_, byte?: string, short?: string, long?: string, octal?: string, letter = '') => {
      const hex = byte ?? short ?? long
      const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16)
      if (code > 0x10ffff) throw wrong()
      if (!Number.isNaN(code)) return String.fromCodePoint(code)
      const meant = letter === '\\' || letter === mark ? letter : controlLetters[letter]
      if (meant === undefined) throw wrong()
      return meant
    })
}
