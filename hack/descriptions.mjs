// Reads what the fields of built-in kinds mean from the documentation of the installed @kubernetes/client-node, for OpenAPI and `kubectl explain`. Its sentences go to dist/ alone, never into the repository.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes `target` when it is missing or older than the client: a line a class, its name, a tab, and JSON of its members' descriptions (its own under ''). About 0.2 s. */
export function writeDescriptions(root, target) {
  const client = join(root, 'node_modules', '@kubernetes', 'client-node')
  const models = join(client, 'dist', 'gen', 'models')
  if (!existsSync(models)) return
  const newest = Math.max(statSync(join(client, 'package.json')).ctimeMs, statSync(import.meta.filename).mtimeMs)
  if (existsSync(target) && statSync(target).mtimeMs >= newest) return
  const lines = []
  for (const file of readdirSync(models).sort()) {
    if (!file.endsWith('.d.ts')) continue
    const path = join(models, file)
    const described = describedIn(readFileSync(path, 'utf8'), readFileSync(path.replace(/\.d\.ts$/, '.js'), 'utf8'))
    if (Object.keys(described).length > 0) lines.push(`${file.slice(0, -'.d.ts'.length)}\t${JSON.stringify(described)}`)
  }
  writeFileSync(target, `${lines.join('\n')}\n`)
}

const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:'([^']+)'\??:|export declare class)/g

const renamed = /"name": "([^"]+)",\s*"baseName": "([^"]+)"/g

/** `code` tells what members are called in JSON. */
function describedIn(source, code) {
  const described = {}
  const names = new Map([...code.matchAll(renamed)].map(([, name, baseName]) => [name, baseName]))
  for (const [, comment, member = ''] of source.matchAll(documented)) {
    const text = comment
      .replace(/^\s*\* ?/gm, '')
      .replace(/\\(["'])/g, '$1')
      .trim()
    if (text !== '' && !text.startsWith('Kubernetes\n')) described[names.get(member) ?? member] = text
  }
  return described
}
