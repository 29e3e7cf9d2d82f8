import { writeJson } from '../../core/kit/index.js'
import { meansTheSame } from '../kit/same-object.js'
import type { PodTemplate } from '../kit/kinds.js'

/** The label that tells the pods of one template from those of another. */
export const hashLabel = 'pod-template-hash'

/** Characters without vowels and look-alikes, as in generated names (upstream's util/rand). */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** A short name-safe hash of a template, the same for the same JSON whatever the order of its keys. Not upstream's value, which depends on Go's printing. */
export function templateHash(template: PodTemplate, collisionCount: number | undefined): string {
  const hash = fnv1a(`${canonicalJson(template)}${collisionCount === undefined ? '' : `#${collisionCount}`}`)
  return [...String(hash)].map((digit) => alphabet[digit.charCodeAt(0) % alphabet.length]).join('')
}

/** Whether two templates are the same but for the hash label. */
export function sameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return meansTheSame(withoutHash(a), withoutHash(b))
}

/** The template without the hash label; the same object when it has none. */
function withoutHash(template: PodTemplate): PodTemplate {
  const { labels } = template.metadata ?? {}
  if (labels?.[hashLabel] === undefined) return template
  const { [hashLabel]: _, ...rest } = labels
  return { ...template, metadata: { ...template.metadata, labels: rest } }
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return writeJson(value) ?? 'null'
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${writeJson(key)}:${canonicalJson(each)}`).join(',')}}`
}

/** FNV-1a of the text's UTF-8 bytes, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
