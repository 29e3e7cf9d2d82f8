/** For whom a node may ask tokens: the audiences of its pod's own volumes, and those that it was given the right to (upstream's ServiceAccountNodeAudienceRestriction). */
import type { AdmissionContext, AdmissionRequest } from '../../core/admission/contract.js'
import type { CSIDriver, PersistentVolume, PersistentVolumeClaim, Pod, Volume } from '../../crds/generated/tokens.js'
import { ifNotFound } from '../../core/meta/index.js'

/** The right to tokens for the audience that stands in a resource's place. */
const verb = 'request-serviceaccounts-token-audience'

/** Who serves, as a CSI driver, volumes that are named in the older way. */
const drivers = {
  awsElasticBlockStore: 'ebs.csi.aws.com',
  azureDisk: 'disk.csi.azure.com',
  azureFile: 'file.csi.azure.com',
  cinder: 'cinder.csi.openstack.org',
  gcePersistentDisk: 'pd.csi.storage.gke.io',
  portworxVolume: 'pxd.portworx.com',
  vsphereVolume: 'csi.vsphere.vmware.com',
} as const

/** Why not; undefined: it may. Cost: up to three reads for each volume of a claim or driver, until one has the audience. */
export async function audienceFault(
  request: AdmissionRequest,
  audiences: readonly string[],
  { pod, context }: { readonly pod: Pod; readonly context: AdmissionContext },
): Promise<string | undefined> {
  if (audiences.length > 1) return 'a node may ask for a token of one audience at most'
  const [audience = ''] = audiences
  let broken: string | undefined
  for (const volume of pod.spec?.volumes ?? []) {
    const found = await serves(volume, audience, { pod, context })
    if (found === true) return
    if (found) broken ??= found
  }
  const named = `the audience ${JSON.stringify(audience)}`
  if (broken) return `whether the pod's volumes are for ${named} can't be told: ${broken}`
  const { user, namespace, name } = request
  const resource = { group: '', version: 'v1', plural: audience, subresource: '', namespace, name }
  const { verdict } = await context.authorize({ user, verb, resource, path: '' })
  return verdict === 'allow' ? undefined : `no volume of the pod is for ${named}, and ${user.username} may not ${verb}`
}

interface Place {
  readonly pod: Pod
  readonly context: AdmissionContext
}

/** Or what is missing on the way. */
async function serves(volume: Volume, audience: string, place: Place): Promise<boolean | string> {
  const { projected } = volume
  const isOf = (each: { readonly audience?: string | undefined }) => (each.audience ?? '') === audience
  if (projected?.sources?.some(({ serviceAccountToken: token }) => token && isOf(token))) return true
  const claim = claimOf(volume, place.pod)
  const driver = claim === undefined ? driverIn(volume) : await driverOf(claim, place)
  if (driver === undefined) return false
  if (typeof driver === 'object') return driver.missing
  const found = (await read(place, 'storage.k8s.io/csidrivers', driver)) as CSIDriver | undefined
  return found ? (found.spec.tokenRequests ?? []).some(isOf) : `CSIDriver ${driver} is not there`
}

function claimOf({ name, ephemeral, persistentVolumeClaim }: Volume, pod: Pod): string | undefined {
  return ephemeral?.volumeClaimTemplate ? `${pod.metadata.name}-${name}` : persistentVolumeClaim?.claimName
}

type Sources = { readonly [S in keyof typeof drivers]?: unknown } & {
  readonly csi?: { readonly driver?: string } | undefined
}

const driverIn = (sources: Sources): string | undefined =>
  sources.csi?.driver ?? Object.entries(drivers).find(([source]) => sources[source as keyof typeof drivers])?.[1]

async function driverOf(name: string, place: Place): Promise<string | undefined | { readonly missing: string }> {
  const claim = (await read(place, '/persistentvolumeclaims', name)) as PersistentVolumeClaim | undefined
  if (!claim) return { missing: `claim ${name} is not there` }
  const { volumeName = '' } = claim.spec ?? {}
  const volume = volumeName
    ? ((await read(place, '/persistentvolumes', volumeName)) as PersistentVolume | undefined)
    : undefined
  return volume ? driverIn(volume.spec ?? {}) : { missing: `the volume of claim ${name} is not there` }
}

const read = ({ pod, context }: Place, kind: string, name: string) =>
  context.guarded
    .get(kind, kind === '/persistentvolumeclaims' ? (pod.metadata.namespace ?? '') : '', name)
    .catch(ifNotFound)
