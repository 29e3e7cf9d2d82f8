/** Volumes of sorts that nobody serves any more. */
import type { PodSpec, Volume } from '../../../crds/generated/tokens.js'
import { claimWarnings } from './amounts.js'
import { pathWarnings } from './paths.js'

const gone = (since: string, end: string) => `deprecated in ${since}, non-functional in ${end}+`

const deprecated: ReadonlyMap<string, { readonly why: string; readonly field?: string }> = new Map([
  ['photonPersistentDisk', { why: gone('v1.11', 'v1.16') }],
  ['gitRepo', { why: 'deprecated in v1.11, off by default since v1.33' }],
  ['scaleIO', { why: gone('v1.16', 'v1.22') }],
  ['flocker', { why: gone('v1.22', 'v1.25') }],
  ['storageos', { why: gone('v1.22', 'v1.25'), field: 'storageOS' }],
  ['quobyte', { why: gone('v1.22', 'v1.25') }],
  ['glusterfs', { why: gone('v1.25', 'v1.26') }],
  ['cephfs', { why: gone('v1.28', 'v1.31') }],
  ['rbd', { why: gone('v1.28', 'v1.31') }],
])

export function volumeWarnings({ volumes }: PodSpec, at: string): string[] {
  if (!volumes) return []
  const found: string[] = []
  for (let index = 0; index < volumes.length; index++) {
    const volume = volumes[index] as Volume
    const here = () => `${at}.volumes[${index}]`
    found.push(...oldSourceWarnings(volume, here))
    const template = volume.ephemeral?.volumeClaimTemplate
    if (template) found.push(...claimWarnings(template.spec, `${here()}.ephemeral.volumeClaimTemplate.spec`))
  }
  for (const volume of volumes) found.push(...pathWarnings(volume))
  return found
}

const none: readonly string[] = []

/** `sources`: where a volume comes from, and what else stands beside. */
export function oldSourceWarnings(
  sources: Readonly<Partial<Record<string, unknown>>>,
  at: () => string,
): readonly string[] {
  let found: string[] | undefined
  for (const source in sources) {
    const old = deprecated.get(source)
    if (old && sources[source]) (found ??= []).push(`${at()}.${old.field ?? source}: ${old.why}`)
  }
  return found ?? none
}
