/** Volumes of a pod: one source each, and that one sound. */
import { dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Volume } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, required } from '../causes.js'
import type { Ground } from './ground.js'
import { checkVolumeSource, type SourceName, sourceNames } from './volume-source.js'

/** `podName`: of a pod that has its name already; claims are called after it. */
export function checkVolumes(ground: Ground, at: string, podName: string | undefined): void {
  const { volumes } = ground.spec
  if (!volumes) return
  for (let index = 0; index < volumes.length; index++) checkVolume(volumes[index]!, `${at}[${index}]`, ground)
  if (podName) checkOwnClaims(volumes, { at, podName }, ground)
}

function checkVolume(volume: Volume, at: string, { found }: Ground): void {
  let said: SourceName | undefined
  let count = 0
  for (const member in volume) {
    if (member === 'name' || !isSource(member) || !volume[member]) continue
    said = member
    count++
  }
  if (!said) found.push(required(at, 'name a source, as emptyDir: {}'))
  else if (count === 1) checkVolumeSource(volume, said, { at: `${at}.${said}`, found })
  else refuseOthers(volume, at, found)
  const { iscsi, name } = volume
  if (iscsi?.initiatorName && `${name}:${iscsi.targetPortal}`.length > 64) {
    const why = 'must be shorter: beside iscsi.initiatorName it and iscsi.targetPortal have 63 characters together'
    found.push(invalid(`${at}.name`, name, why))
  }
}

/** Of several sources the first in upstream's order stands; the others are refused. */
function refuseOthers(volume: Volume, at: string, found: StatusCause[]): void {
  const [first, ...others] = [...sourceNames].filter((source) => volume[source])
  if (first) checkVolumeSource(volume, first, { at: `${at}.${first}`, found })
  for (const other of others)
    found.push(forbidden(`${at}.${oddNames[other] ?? other}`, 'the volume has another source: keep one alone'))
}

/** As upstream calls them there. */
const oddNames: Partial<Record<SourceName, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' }

const names: ReadonlySet<string> = sourceNames
const isSource = (member: string): member is SourceName => names.has(member)

/** Claims that are made for the pod have names that are names, and nobody else's. */
function checkOwnClaims(
  volumes: readonly Volume[],
  { at, podName }: { readonly at: string; readonly podName: string },
  { found }: Ground,
): void {
  const made = new Set<string>()
  volumes.forEach(({ name, ephemeral }, index) => {
    if (!ephemeral || !name) return
    const claim = `${podName}-${name}`
    made.add(claim)
    for (const why of dns1123SubdomainErrors(claim)) {
      found.push(invalid(`${at}[${index}].name`, name, `its claim would be called "${claim}": ${why}`))
    }
  })
  if (made.size === 0) return
  volumes.forEach(({ persistentVolumeClaim: claim }, index) => {
    if (!claim || !made.has(claim.claimName)) return
    const why = 'must be another claim: this one is made for an ephemeral volume'
    found.push(invalid(`${at}[${index}].persistentVolumeClaim.claimName`, claim.claimName, why))
  })
}
