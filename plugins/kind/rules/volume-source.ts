/** What a PersistentVolume is made of: one source, and what is wrong with it beyond its schema. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { PersistentVolumeSpec } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, required } from '../causes.js'
import { driverNameErrors } from './driver-name.js'

const members = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
  'rbd',
  'quobyte',
  'cephfs',
  'iscsi',
  'cinder',
  'fc',
  'flexVolume',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
] as const satisfies readonly (keyof PersistentVolumeSpec)[]

type Sources = { readonly [M in (typeof members)[number]]?: PersistentVolumeSpec[M] }

export function sourcesOf(spec: PersistentVolumeSpec): Sources {
  return Object.fromEntries(members.flatMap((member) => (spec[member] ? [[member, spec[member]]] : [])))
}

export function sourceErrors(spec: PersistentVolumeSpec, at: string): StatusCause[] {
  const named = members.filter((member) => spec[member])
  if (!named.length) return [required(at, 'say what the volume is: csi, local, nfs, hostPath ...')]
  const [first, ...others] = named
  return [
    ...errorsOf(spec, first!, `${at}.${first}`),
    ...others.map((member) => forbidden(`${at}.${member}`, `a volume is one thing, and this is a ${first} already`)),
  ]
}

function errorsOf(spec: PersistentVolumeSpec, member: (typeof members)[number], at: string): StatusCause[] {
  switch (member) {
    case 'hostPath':
      return backstepErrors(spec.hostPath!.path, `${at}.path`)
    case 'local':
      return backstepErrors(spec.local!.path, `${at}.path`)
    case 'nfs':
      return spec.nfs!.path && !spec.nfs!.path.startsWith('/')
        ? [invalid(`${at}.path`, spec.nfs!.path, 'must be an absolute path')]
        : []
    case 'csi':
      return csiErrors(spec.csi!, at)
    case 'iscsi':
      return iscsiErrors(spec.iscsi!, at)
    case 'fc':
      return fibreErrors(spec.fc!, at)
    case 'glusterfs':
      return spec.glusterfs!.endpointsNamespace === ''
        ? [invalid(`${at}.endpointsNamespace`, '', 'name a namespace, or leave it out')]
        : []
    case 'azureFile':
      return spec.azureFile!.secretNamespace === ''
        ? [invalid(`${at}.secretNamespace`, '', 'name a namespace, or leave it out')]
        : []
    case 'quobyte':
      return (spec.quobyte!.registry ?? '').split(',').every((each) => !each || /^.+:\d+$/.test(each))
        ? []
        : [invalid(`${at}.registry`, spec.quobyte!.registry, 'must be pairs of host:port, with commas between')]
    default:
      return []
  }
}

const backstepErrors = (path: string, field: string): StatusCause[] =>
  path?.split('/').includes('..') ? [invalid(field, path, "must not contain '..'")] : []

const secrets = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const

function csiErrors(csi: NonNullable<PersistentVolumeSpec['csi']>, at: string): StatusCause[] {
  return [
    ...(csi.driver ? driverNameErrors(csi.driver, `${at}.driver`) : []),
    ...secrets.flatMap((member) => (csi[member] ? secretErrors(csi[member], `${at}.${member}`) : [])),
  ]
}

const secretErrors = ({ name, namespace }: { name?: string; namespace?: string }, at: string): StatusCause[] => [
  ...(name ? [] : [required(`${at}.name`)]),
  ...(namespace ? [] : [required(`${at}.namespace`)]),
]

const unitErrors = (unit: number | undefined, field: string): StatusCause[] =>
  unit === undefined || (unit >= 0 && unit <= 255) ? [] : [invalid(field, unit, 'must be between 0 and 255, inclusive')]

function iscsiErrors(iscsi: NonNullable<PersistentVolumeSpec['iscsi']>, at: string): StatusCause[] {
  const isName = /^(iqn\.\d{4}-\d{2}\.[-.a-zA-Z0-9]+:[^,;*&$|\s]+|eui\.[a-zA-Z0-9]{16}|naa\.[a-zA-Z0-9]{32})$/
  const errors = unitErrors(iscsi.lun, `${at}.lun`)
  if (iscsi.iqn && (iscsi.iqn.length > 1024 || !isName.test(iscsi.iqn)))
    errors.push(invalid(`${at}.iqn`, iscsi.iqn, 'must begin with iqn, eui or naa, as such names are written'))
  if ((iscsi.chapAuthDiscovery || iscsi.chapAuthSession) && !iscsi.secretRef)
    errors.push(required(`${at}.secretRef`, 'CHAP needs it'))
  return errors
}

function fibreErrors({ targetWWNs, wwids, lun }: NonNullable<PersistentVolumeSpec['fc']>, at: string): StatusCause[] {
  const [names, ids] = [targetWWNs?.length ?? 0, wwids?.length ?? 0]
  if (names && ids) return [invalid(`${at}.targetWWNs`, targetWWNs, 'give targetWWNs or wwids, not both')]
  if (!names) return ids ? [] : [required(`${at}.targetWWNs`, 'give targetWWNs or wwids')]
  return lun === undefined ? [required(`${at}.lun`, 'targetWWNs need it')] : unitErrors(lun, `${at}.lun`)
}
