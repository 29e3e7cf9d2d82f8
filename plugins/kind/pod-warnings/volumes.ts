/** Volumes of sorts that nobody serves any more. */
import type { PodSpec, Volume } from '../../../crds/generated/tokens.js'
import { claimWarnings } from './amounts.js'
import { pathWarnings } from './paths.js'

const gone = (since: string, end: string) => `deprecated in ${since}, non-functional in ${end}+`

const deprecated: readonly (readonly [source: keyof Volume, why: string, field?: string])[] = [
  ['photonPersistentDisk', gone('v1.11', 'v1.16')],
  ['gitRepo', 'deprecated in v1.11, off by default since v1.33'],
  ['scaleIO', gone('v1.16', 'v1.22')],
  ['flocker', gone('v1.22', 'v1.25')],
  ['storageos', gone('v1.22', 'v1.25'), 'storageOS'],
  ['quobyte', gone('v1.22', 'v1.25')],
  ['glusterfs', gone('v1.25', 'v1.26')],
  ['cephfs', gone('v1.28', 'v1.31')],
  ['rbd', gone('v1.28', 'v1.31')],
]

export function volumeWarnings({ volumes }: PodSpec, at: string): string[] {
  if (!volumes) return []
  const found = volumes.flatMap((volume, index) => sourceWarnings(volume, `${at}.volumes[${index}]`))
  for (const volume of volumes) found.push(...pathWarnings(volume))
  return found
}

/** `sources`: where a volume comes from, and what else stands beside. */
export function oldSourceWarnings(sources: Readonly<Partial<Record<string, unknown>>> | Volume, at: string): string[] {
  return deprecated.flatMap(([source, why, field]) =>
    (sources as Volume)[source] ? [`${at}.${field ?? source}: ${why}`] : [],
  )
}

function sourceWarnings(volume: Volume, at: string): string[] {
  const found = oldSourceWarnings(volume, at)
  const template = volume.ephemeral?.volumeClaimTemplate
  if (template) found.push(...claimWarnings(template.spec, `${at}.ephemeral.volumeClaimTemplate.spec`))
  return found
}
