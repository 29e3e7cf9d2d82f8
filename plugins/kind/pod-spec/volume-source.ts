/** Each source of a volume, beyond what its type says. */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { KeyToPath, Volume } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'
import { driverNameErrors } from '../rules/driver-name.js'
import { checkFcSource, checkIscsiSource } from './disk-source.js'
import { checkClaimTemplate } from './claim-template.js'
import { checkDescending, checkNoStepsBack, checkUnreserved } from './path.js'
import { checkDownwardFiles, checkProjected } from './projected.js'

export type SourceName = Exclude<keyof Volume, 'name'>

type Check = (volume: Volume, at: string, found: StatusCause[]) => void

const nothing: Check = () => {}

/** Cost: a property read for the sources that have no rule of their own. */
export function checkVolumeSource(
  volume: Volume,
  source: SourceName,
  { at, found }: { readonly at: string; readonly found: StatusCause[] },
): void {
  checks[source](volume, at, found)
}

const checks: Readonly<Record<SourceName, Check>> = {
  hostPath: ({ hostPath }, at, found) => checkNoStepsBack(hostPath?.path, `${at}.path`, found),
  emptyDir({ emptyDir }, at, found) {
    if (emptyDir?.sizeLimit?.startsWith('-')) {
      found.push(forbidden(`${at}.sizeLimit`, 'must be a quantity of 0 or more'))
    }
  },
  // Upstream calls the place otherwise than the member.
  gcePersistentDisk({ gcePersistentDisk: disk }, at, found) {
    const place = at.replace('gcePersistentDisk', 'persistentDisk')
    if (!disk?.pdName) found.push(required(`${place}.pdName`))
    checkPartition(disk?.partition, place, found)
  },
  awsElasticBlockStore: ({ awsElasticBlockStore: disk }, at, found) => checkPartition(disk?.partition, at, found),
  gitRepo: ({ gitRepo }, at, found) => checkDescending(gitRepo?.directory, `${at}.directory`, found),
  secret({ secret }, at, found) {
    if (!secret?.secretName) found.push(required(`${at}.secretName`))
    checkMode(secret?.defaultMode, `${at}.defaultMode`, found)
    checkKeys(secret?.items, at, found)
  },
  configMap({ configMap }, at, found) {
    if (!configMap?.name) found.push(required(`${at}.name`))
    checkMode(configMap?.defaultMode, `${at}.defaultMode`, found)
    checkKeys(configMap?.items, at, found)
  },
  downwardAPI({ downwardAPI }, at, found) {
    checkMode(downwardAPI?.defaultMode, `${at}.defaultMode`, found)
    if (downwardAPI?.items) checkDownwardFiles(downwardAPI.items, at, found)
  },
  projected({ projected }, at, found) {
    checkMode(projected?.defaultMode, `${at}.defaultMode`, found)
    if (projected) checkProjected(projected, at, found)
  },
  nfs({ nfs }, at, found) {
    if (!nfs?.path?.startsWith('/')) {
      found.push(invalid(`${at}.path`, nfs?.path ?? '', 'must be an absolute path'))
    }
  },
  iscsi: ({ iscsi }, at, found) => iscsi && checkIscsiSource(iscsi, at, found),
  fc: ({ fc }, at, found) => fc && checkFcSource(fc, at, found),
  cinder({ cinder }, at, found) {
    if (cinder?.secretRef && !cinder.secretRef.name) found.push(required(`${at}.secretRef.name`))
  },
  csi({ csi }, at, found) {
    if (csi?.driver) found.push(...driverNameErrors(csi.driver, `${at}.driver`))
    const secret = csi?.nodePublishSecretRef
    if (secret && !secret.name) found.push(required(`${at}.nodePublishSecretRef.name`))
    else if (secret) found.push(...invalids(`${at}.name`, secret.name, dns1123SubdomainErrors(secret.name ?? '')))
  },
  ephemeral({ ephemeral }, at, found) {
    if (!ephemeral?.volumeClaimTemplate) found.push(required(`${at}.volumeClaimTemplate`))
    else checkClaimTemplate(ephemeral.volumeClaimTemplate, `${at}.volumeClaimTemplate`, found)
  },
  image({ image }, at, found) {
    if (!image?.reference) found.push(required(`${at}.reference`))
  },
  flexVolume({ flexVolume }, at, found) {
    for (const key in flexVolume?.options) {
      const owner = `.${key.split('/')[0]!.toLowerCase()}`
      if (!owner.endsWith('.kubernetes.io') && !owner.endsWith('.k8s.io')) continue
      found.push(invalid(`${at}.options[${key}]`, key, 'kubernetes.io and k8s.io are taken: use a domain of yours'))
    }
  },
  flocker({ flocker }, at, found) {
    const { datasetName, datasetUUID } = flocker ?? {}
    if (!datasetName && !datasetUUID) found.push(required(at, 'give datasetName or datasetUUID'))
    if (datasetName && datasetUUID) {
      found.push(invalid(at, 'resource', 'give datasetName or datasetUUID, not both'))
    }
    if (datasetName?.includes('/')) found.push(invalid(`${at}.datasetName`, datasetName, "must not contain '/'"))
  },
  quobyte({ quobyte }, at, found) {
    const { registry, tenant } = quobyte ?? {}
    const pairs = 'must be host:port, several with commas between them'
    if ((tenant?.length ?? 0) > 64) found.push(required(`${at}.tenant`, 'must have 64 characters at most'))
    else if (registry && !registry.split(',').every((pair) => hostAndPort.test(pair))) {
      found.push(invalid(`${at}.registry`, registry, pairs))
    }
  },
  azureDisk({ azureDisk }, at, found) {
    const { kind, diskURI } = azureDisk ?? {}
    if (!kind) return
    const [start, shape] = kind === 'Managed' ? managedDisk : blobDisk
    if (!diskURI?.startsWith(start)) found.push(unsupported(`${at}.diskURI`, diskURI ?? '', [shape]))
  },
  azureFile: nothing,
  cephfs: nothing,
  glusterfs: nothing,
  persistentVolumeClaim: nothing,
  photonPersistentDisk: nothing,
  portworxVolume: nothing,
  rbd: nothing,
  vsphereVolume: nothing,
  scaleIO({ scaleIO }, at, found) {
    if (!scaleIO?.volumeName) found.push(required(`${at}.volumeName`))
  },
  storageos({ storageos }, at, found) {
    if (!storageos?.volumeName) found.push(required(`${at}.volumeName`))
    for (const member of ['volumeName', 'volumeNamespace'] as const) {
      const name = storageos?.[member]
      if (name) found.push(...invalids(`${at}.${member}`, name, dns1123LabelErrors(name)))
    }
    if (storageos?.secretRef && !storageos.secretRef.name) found.push(required(`${at}.secretRef.name`))
  },
}

/** In the order in which upstream looks at them. */
export const sourceNames: ReadonlySet<SourceName> = new Set([
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
])

const hostAndPort = /^([^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/
const managedDisk = [
  '/subscriptions/',
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}',
] as const
const blobDisk = ['https://', 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd'] as const

function checkPartition(partition: number | undefined, at: string, found: StatusCause[]): void {
  if (partition === undefined || (partition >= 0 && partition <= 255)) return
  found.push(invalid(`${at}.partition`, partition, 'must be between 0 and 255, inclusive'))
}

export function checkMode(mode: number | undefined, field: string, found: StatusCause[]): void {
  if (mode === undefined || (mode >= 0 && mode <= 0o777)) return
  found.push(invalid(field, mode, 'must be 0 to 0777 in octal: 511 at most'))
}

export function checkKeys(items: readonly KeyToPath[] | undefined, at: string, found: StatusCause[]): void {
  items?.forEach(({ path, mode }, index) => {
    checkUnreserved(path, `${at}.items[${index}].path`, found)
    checkMode(mode, `${at}.items[${index}].mode`, found)
  })
}
