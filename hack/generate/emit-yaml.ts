/** Writes a definition or types file as YAML that a person reads easily: small maps and lists on one line, everything else as blocks. Reading and writing again gives the same text. */
const widest = 140

/** The whole text of a file: a comment line and the document. */
export function emitYaml(comment: string, document: Readonly<Record<string, unknown>>): string {
  return `# ${comment}\n${blockMap(document, 0).join('\n')}\n`
}

function blockMap(map: Readonly<Record<string, unknown>>, indent: number): string[] {
  const pad = ' '.repeat(indent)
  return Object.entries(map).flatMap(([key, value]) => {
    const head = `${pad}${scalar(key)}:`
    if (!isComposite(value)) return [`${head} ${scalar(value)}`]
    const line = oneLine(value, indent)
    if (line !== undefined && head.length + 1 + line.length <= widest) return [`${head} ${line}`]
    return [head, ...(Array.isArray(value) ? blockList(value, indent + 2) : blockMap(value as never, indent + 2))]
  })
}

function blockList(list: readonly unknown[], indent: number): string[] {
  const pad = ' '.repeat(indent)
  return list.flatMap((item) => {
    const line = isComposite(item) ? oneLine(item, indent) : scalar(item)
    if (line !== undefined && indent + 2 + line.length <= widest) return [`${pad}- ${line}`]
    const lines = Array.isArray(item) ? blockList(item, indent + 2) : blockMap(item as never, indent + 2)
    return [`${pad}- ${lines[0]!.trimStart()}`, ...lines.slice(1)]
  })
}

/** Undefined where the value is better shown as a block: the outermost levels, schemas with properties, and deep nests. */
function oneLine(value: unknown, indent: number): string | undefined {
  if (isEmpty(value)) return flow(value)
  if (!Array.isArray(value) && (indent < 2 || 'properties' in (value as object) || 'versions' in (value as object)))
    return undefined
  if (Array.isArray(value) && value.some((item) => isComposite(item) && !isEmpty(item))) return undefined
  return depth(value) <= 4 ? flow(value) : undefined
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  if (!isComposite(value)) return scalar(value)
  const entries = Object.entries(value as Record<string, unknown>)
  return entries.length ? `{ ${entries.map(([key, item]) => `${scalar(key)}: ${flow(item)}`).join(', ')} }` : '{}'
}

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null
const isEmpty = (value: unknown) => isComposite(value) && Object.keys(value).length === 0

function depth(value: unknown): number {
  return isComposite(value) ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0
}

const plain = /^[A-Za-z_/$.][A-Za-z0-9_./$-]*$/
const sentence = /^[A-Za-z][A-Za-z0-9_./()' ;-]*[A-Za-z0-9_./)]$/
const ambiguous = /^(true|false|null|yes|no|on|off|y|n)$/i

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if ((plain.test(value) || sentence.test(value)) && !ambiguous.test(value)) return value
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those can't stand in single quotes
  return /[\u0000-\u001f]/.test(value) ? JSON.stringify(value) : `'${value.replaceAll("'", "''")}'`
}
