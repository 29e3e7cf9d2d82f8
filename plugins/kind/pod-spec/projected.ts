/** Projected volumes: what several sources put into one folder, each file once. */
import { dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type {
  ClusterTrustBundleProjection,
  DownwardAPIVolumeFile,
  ProjectedVolumeSource,
  ServiceAccountTokenProjection,
  VolumeProjection,
} from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import { labelSelectorErrors } from '../rules/label-selector.js'
import { checkUnreserved } from './path.js'
import { fieldErrors, fileFields, resourceErrors } from './references.js'
import { checkKeys, checkMode } from './volume-source.js'

/** Upstream names the volume itself, and not the file, as the place. */
export function checkDownwardFiles(files: readonly DownwardAPIVolumeFile[], at: string, found: StatusCause[]): void {
  for (const { path, fieldRef, resourceFieldRef, mode } of files) {
    if (!path) found.push(required(`${at}.path`))
    checkUnreserved(path, `${at}.path`, found)
    if (fieldRef) found.push(...fieldErrors(fieldRef, `${at}.fieldRef`, fileFields))
    else if (resourceFieldRef) found.push(...resourceErrors(resourceFieldRef, `${at}.resourceFieldRef`, 'file'))
    else found.push(required(at, 'give fieldRef or resourceFieldRef'))
    if (fieldRef && resourceFieldRef) {
      found.push(invalid(at, 'resource', 'give fieldRef or resourceFieldRef, not both'))
    }
    checkMode(mode, `${at}.mode`, found)
  }
}

const kinds = [
  'secret',
  'configMap',
  'downwardAPI',
  'serviceAccountToken',
  'clusterTrustBundle',
  'podCertificate',
] as const

export function checkProjected({ sources }: ProjectedVolumeSource, at: string, found: StatusCause[]): void {
  const taken = new Set<string>()
  const take = ({ path }: { readonly path?: string }) => {
    if (path && taken.has(path)) found.push(invalid(at, path, 'another file of the volume has this path'))
    if (path) taken.add(path)
  }
  sources?.forEach((source, index) => {
    const here = `${at}.sources[${index}]`
    let said = 0
    for (const kind of kinds) if (source[kind]) said++
    if (said > 1) found.push(forbidden(here, 'put each of them into a source of its own'))
    checkSource(source, here, found)
    source.secret?.items?.forEach(take)
    source.configMap?.items?.forEach(take)
    source.downwardAPI?.items?.forEach(take)
    if (source.clusterTrustBundle) take(source.clusterTrustBundle)
  })
}

function checkSource(source: VolumeProjection, at: string, found: StatusCause[]): void {
  const { secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle } = source
  if (secret && !secret.name) found.push(required(`${at}.secret.name`))
  if (configMap && !configMap.name) found.push(required(`${at}.configMap.name`))
  checkKeys(secret?.items, `${at}.secret`, found)
  checkKeys(configMap?.items, `${at}.configMap`, found)
  if (downwardAPI?.items) checkDownwardFiles(downwardAPI.items, `${at}.downwardAPI`, found)
  if (serviceAccountToken) checkToken(serviceAccountToken, at, found)
  if (clusterTrustBundle) checkBundle(clusterTrustBundle, `${at}.clusterTrustBundle`, found)
}

function checkToken({ expirationSeconds, path }: ServiceAccountTokenProjection, at: string, found: StatusCause[]) {
  // Upstream names the path as one of the volume's own.
  const ofVolume = `${at.slice(0, at.lastIndexOf('.sources['))}.path`
  if (!path) found.push(required(ofVolume))
  else checkUnreserved(path, ofVolume, found)
  const field = `${at}.serviceAccountToken.expirationSeconds`
  if (expirationSeconds === undefined) return
  if (expirationSeconds < 600) {
    found.push(invalid(field, expirationSeconds, 'must be 600 (ten minutes) or more'))
  }
  if (expirationSeconds > 2 ** 32) {
    found.push(invalid(field, expirationSeconds, 'must be 4294967296 or less'))
  }
}

function checkBundle(bundle: ClusterTrustBundleProjection, at: string, found: StatusCause[]): void {
  const { name, signerName, labelSelector, path } = bundle
  checkUnreserved(path, `${at}.path`, found)
  if (name !== undefined && signerName !== undefined) {
    found.push(invalid(at, bundle, 'give name or signerName, not both'))
  } else if (name === undefined && signerName === undefined) {
    found.push(required(at, 'give name or signerName'))
  } else if (name !== undefined) {
    if (!name) found.push(required(`${at}.name`, 'must name a ClusterTrustBundle'))
    else found.push(...invalids(`${at}.name`, name, dns1123SubdomainErrors(name.replaceAll(':', '.'))))
    if (labelSelector) {
      found.push(invalid(`${at}.labelSelector`, labelSelector, 'goes with signerName: leave it out beside name'))
    }
  } else {
    if (!signerName) found.push(required(`${at}.signerName`, 'must name a signer, as example.com/mine'))
    if (labelSelector) found.push(...labelSelectorErrors(labelSelector, `${at}.labelSelector`))
  }
}
