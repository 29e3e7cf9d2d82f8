/** What an image reference says of its tag, as upstream reads it (github.com/distribution/reference). */
const path = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const host = /^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*(?:\.[a-zA-Z0-9]+(?:-+[a-zA-Z0-9]+)*)*)(?::\d+)?$/

/** The tag; `latest` where it has neither tag nor digest, '' where a digest alone names it, or it is no reference. Cost: linear in its length. */
export function tagOf(image: string): string {
  const [reference = '', digest] = image.split('@')
  const tag = /:([^:/]+)$/.exec(reference)?.[1]
  const found = tag ?? (digest ? '' : 'latest')
  if (found !== 'latest') return found
  return isReference(tag === undefined ? reference : reference.slice(0, -tag.length - 1)) ? found : ''
}

function isReference(name: string): boolean {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const isHost = /[.:A-Z]/.test(first) || first === 'localhost'
  const rest = isHost ? name.slice(slash + 1) : name
  return name.length <= 255 && path.test(rest) && (!isHost || host.test(first))
}
