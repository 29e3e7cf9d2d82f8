/** What a PersistentVolume is made of: one source, and what is wrong with it beyond its schema. */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { PersistentVolumeSpec, Volume } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import { checkVolumeSource } from '../pod-spec/volume-source.js'
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

type Member = (typeof members)[number]

/** The one that counts, of several: as upstream goes through them. */
export const sourceOf = (spec: PersistentVolumeSpec): Member | undefined => members.find((member) => spec[member])

/** As upstream calls it there. */
const oddNames: Partial<Record<Member, string>> = { cephfs: 'cephFS' }

/** Upstream looks into this one whatever else is there. */
const always = 'flexVolume'

export function sourceErrors(spec: PersistentVolumeSpec, at: string): StatusCause[] {
  const first = sourceOf(spec)
  if (!first) return [required(at, 'say what the volume is: csi, local, nfs, hostPath ...')]
  const others = members.filter((member) => spec[member] && member !== first && member !== always)
  return [
    ...errorsOf(spec, first, `${at}.${first}`),
    ...others.map((member) =>
      forbidden(`${at}.${oddNames[member] ?? member}`, `a volume is one thing, and this is a ${first} already`),
    ),
  ]
}

/** Whether a cause lies in a source that is not looked into, as another one counts. */
export function isBesideSource(spec: PersistentVolumeSpec, { field = '' }: StatusCause, at: string): boolean {
  if (!field.startsWith(`${at}.`)) return false
  const [member] = field.slice(at.length + 1).split(/[.[]/, 1) as [Member]
  return members.includes(member) && member !== sourceOf(spec) && member !== always
}

const ofPods: ReadonlySet<Member> = new Set([
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'flocker',
  'nfs',
  'fc',
  'flexVolume',
  'azureDisk',
  'scaleIO',
])

function errorsOf(spec: PersistentVolumeSpec, member: Member, at: string): StatusCause[] {
  if (ofPods.has(member)) return errorsOfPods(spec, member, at)
  switch (member) {
    case 'local':
      return backstepErrors(spec.local!.path, `${at}.path`)
    case 'csi':
      return csiErrors(spec.csi!, at)
    case 'iscsi':
      return iscsiErrors(spec.iscsi!, at)
    case 'cinder':
      return spec.cinder!.secretRef ? secretErrors(spec.cinder!.secretRef, `${at}.secretRef`) : []
    case 'storageos':
      return storageErrors(spec.storageos!, at)
    case 'glusterfs':
      return emptyErrors(spec.glusterfs!.endpointsNamespace, `${at}.endpointsNamespace`)
    case 'azureFile':
      return emptyErrors(spec.azureFile!.secretNamespace, `${at}.secretNamespace`)
    case 'quobyte':
      return (spec.quobyte!.registry ?? '').split(',').every((each) => !each || /^.+:\d+$/.test(each))
        ? []
        : [invalid(`${at}.registry`, spec.quobyte!.registry, 'must be pairs of host:port, with commas between')]
    default:
      return []
  }
}

/** Sources that are the same in pods. */
function errorsOfPods(spec: PersistentVolumeSpec, member: Member, at: string): StatusCause[] {
  const found: StatusCause[] = []
  checkVolumeSource(spec as unknown as Volume, member as Exclude<keyof Volume, 'name'>, { at, found })
  return found
}

/** Left out is well, or null. */
const emptyErrors = (name: string | null | undefined, field: string): StatusCause[] =>
  name === '' ? [invalid(field, '', 'name a namespace, or leave it out')] : []

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
    ...secrets.flatMap((member) => (csi[member] ? namedSecretErrors(csi[member], `${at}.${member}`) : [])),
  ]
}

interface SecretName {
  readonly name?: string
  readonly namespace?: string
}

const secretErrors = ({ name, namespace }: SecretName, at: string): StatusCause[] => [
  ...(name ? [] : [required(`${at}.name`)]),
  ...(namespace ? [] : [required(`${at}.namespace`)]),
]

const namedSecretErrors = (secret: SecretName, at: string): StatusCause[] => [
  ...secretErrors(secret, at),
  ...(secret.name ? invalids(`${at}.name`, secret.name, dns1123SubdomainErrors(secret.name)) : []),
  ...(secret.namespace ? invalids(`${at}.namespace`, secret.namespace, dns1123LabelErrors(secret.namespace)) : []),
]

function storageErrors(
  { volumeName, secretRef }: NonNullable<PersistentVolumeSpec['storageos']>,
  at: string,
): StatusCause[] {
  return [
    ...(volumeName ? [] : [required(`${at}.volumeName`)]),
    ...(secretRef ? secretErrors(secretRef, `${at}.secretRef`) : []),
  ]
}

const unitErrors = (unit: number | undefined, field: string): StatusCause[] =>
  unit === undefined || (unit >= 0 && unit <= 255) ? [] : [invalid(field, unit, 'must be from 0 to 255')]

const initiator = /^(iqn\.\d{4}-\d{2}\.[-.a-zA-Z0-9]+:[^,;*&$|\s]+|eui\.[a-zA-Z0-9]{16}|naa\.[a-zA-Z0-9]{32})$/

const initiatorErrors = (name: string, field: string): StatusCause[] =>
  name.length <= 1024 && initiator.test(name)
    ? []
    : [invalid(field, name, 'must begin with iqn, eui or naa, as such names are written')]

/** The fields as upstream names them. */
function iscsiErrors(iscsi: NonNullable<PersistentVolumeSpec['iscsi']>, at: string): StatusCause[] {
  const { iqn, initiatorName, secretRef, chapAuthDiscovery, chapAuthSession } = iscsi
  const errors = unitErrors(iscsi.lun, `${at}.lun`)
  if (iqn) errors.push(...initiatorErrors(iqn, `${at}.iqn`))
  if ((chapAuthDiscovery || chapAuthSession) && !secretRef) errors.push(required(`${at}.secretRef`, 'CHAP needs it'))
  if (secretRef && !secretRef.name) errors.push(required(`${at}.secretRef.name`))
  return initiatorName === undefined ? errors : [...errors, ...initiatorErrors(initiatorName, `${at}.initiatorname`)]
}
