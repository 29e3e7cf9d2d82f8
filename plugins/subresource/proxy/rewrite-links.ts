/** Links in the text of a page. */
/** Attributes that hold a link, by element. */
const linking: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['a', 'area', 'base', 'link'].map((element) => [element, ['href']])),
  ...Object.fromEntries(['blockquote', 'del', 'ins', 'q'].map((element) => [element, ['cite']])),
  ...Object.fromEntries(['audio', 'embed', 'script', 'source'].map((element) => [element, ['src']])),
  ...Object.fromEntries(['frame', 'iframe'].map((element) => [element, ['longdesc', 'src']])),
  applet: ['codebase'],
  body: ['background'],
  button: ['formaction'],
  command: ['icon'],
  form: ['action'],
  head: ['profile'],
  html: ['manifest'],
  img: ['longdesc', 'src', 'usemap'],
  input: ['src', 'usemap', 'formaction'],
  object: ['classid', 'codebase', 'data', 'usemap'],
  video: ['poster', 'src'],
}

/** Elements whose content is no markup. */
const opaque = /^(script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/

/** One pass over the text: start tags of elements that link, outside of comments and of what is no markup. Everything else stays as it is, byte for byte. */
export function rewriteLinks(page: string, rewrite: (link: string) => string): string {
  const out: string[] = []
  let copied = 0
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at)) {
    if (page.startsWith('<!--', at)) {
      at = after(page, '-->', at)
      continue
    }
    const element = /^[a-z][a-z0-9]*/i.exec(page.slice(at + 1, at + 32))?.[0].toLowerCase()
    if (!element) {
      at++
      continue
    }
    const start = at + 1 + element.length
    const end = endOfTag(page, start)
    const names = linking[element]
    if (names) {
      out.push(page.slice(copied, start), rewriteAttributes(page.slice(start, end), names, rewrite))
      copied = end
    }
    at = end
    if (opaque.test(element)) at = endOfOpaque(page, element, end)
  }
  out.push(page.slice(copied))
  return out.join('')
}

function after(page: string, mark: string, from: number): number {
  const found = page.indexOf(mark, from)
  return found < 0 ? page.length : found + mark.length
}

/** The closing `>` that stands in no quotes. */
function endOfTag(page: string, from: number): number {
  let quote = ''
  for (let at = from; at < page.length; at++) {
    const char = page[at] as string
    if (quote) {
      if (char === quote) quote = ''
    } else if ((char === '"' || char === "'") && /[=\s]/.test(page[at - 1] ?? '')) quote = char
    else if (char === '>') return at
  }
  return page.length
}

function endOfOpaque(page: string, element: string, from: number): number {
  const close = new RegExp(`</${element}[\\s/>]`, 'gi')
  close.lastIndex = from
  return close.exec(page)?.index ?? page.length
}

const space = /\s/

/** One pass; a value is rewritten where it stands, in its own quotes. */
function rewriteAttributes(tag: string, names: readonly string[], rewrite: (link: string) => string): string {
  const out: string[] = []
  let copied = 0
  let at = 0
  const skip = (holds: (char: string) => boolean) => {
    const from = at
    while (at < tag.length && holds(tag[at] as string)) at++
    return tag.slice(from, at)
  }
  while (at < tag.length) {
    skip((char) => space.test(char) || char === '/')
    const name = skip((char) => !space.test(char) && char !== '=' && char !== '/').toLowerCase()
    skip((char) => space.test(char))
    if (tag[at] !== '=') continue
    at++
    skip((char) => space.test(char))
    const quote = tag[at] === '"' || tag[at] === "'" ? (tag[at] as string) : ''
    if (quote) at++
    const start = at
    const link = skip((char) => (quote ? char !== quote : !space.test(char)))
    if (quote) at++
    if (!names.includes(name)) continue
    out.push(tag.slice(copied, start), rewrite(link.replaceAll('&amp;', '&')).replaceAll('&', '&amp;'))
    copied = start + link.length
  }
  out.push(tag.slice(copied))
  return out.join('')
}
