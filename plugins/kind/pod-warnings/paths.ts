/** Files of one volume that lie where another of its files, or its folder, lies. */
import type { Volume } from '../../../crds/generated/tokens.js'

interface File {
  readonly path: string
  /** What the file is from, where a volume has several sources. */
  readonly source: string
}

export function pathWarnings({ name, configMap, secret, downwardAPI, projected }: Volume): string[] {
  const of = (what: string, files: readonly File[]) =>
    overlaps(files).map((pair) => `volume ${quoted(name)} (${what}): ${pair}`)
  const found: string[] = []
  if (configMap?.items) found.push(...of(`ConfigMap ${quoted(configMap.name)}`, filesOf(configMap.items)))
  if (secret?.items) found.push(...of(`Secret ${quoted(secret.secretName)}`, filesOf(secret.items)))
  if (downwardAPI?.items) found.push(...of('DownwardAPI', filesOf(downwardAPI.items)))
  if (!projected?.sources) return found
  for (const source of projected.sources) {
    if (saysNothing(source)) found.push(`volume ${quoted(name)} (Projected): a source names nothing to project`)
  }
  return [...found, ...of('Projected', projected.sources.flatMap(filesOfSource))]
}

function saysNothing(source: object): boolean {
  for (const _ in source) return false
  return true
}

const quoted = (text: string | undefined) => JSON.stringify(text ?? '')

const filesOf = (items: readonly { readonly path?: string }[] | undefined, source = ''): File[] =>
  (items ?? []).map(({ path = '' }) => ({ path, source }))

type Source = NonNullable<NonNullable<Volume['projected']>['sources']>[number]

function filesOfSource(source: Source): File[] {
  const { configMap, secret, downwardAPI, serviceAccountToken, clusterTrustBundle: bundle } = source
  if (configMap?.items) return filesOf(configMap.items, `ConfigMap ${quoted(configMap.name)}`)
  if (secret?.items) return filesOf(secret.items, `Secret ${quoted(secret.name)}`)
  if (downwardAPI?.items) return filesOf(downwardAPI.items, 'DownwardAPI')
  if (serviceAccountToken) return filesOf([serviceAccountToken], 'ServiceAccountToken')
  if (bundle) return filesOf([bundle], `ClusterTrustBundle ${quoted(bundle.name ?? bundle.signerName)}`)
  const { certificateChainPath, keyPath, credentialBundlePath } = source.podCertificate ?? {}
  return [
    { path: certificateChainPath ?? '', source: 'PodCertificate chain' },
    { path: keyPath ?? '', source: 'PodCertificate key' },
    { path: credentialBundlePath ?? '', source: 'PodCertificate credential bundle' },
  ].filter(({ path }) => path)
}

/** Each file with those before it that it meets. Looked up by folder: many files cost no more than their paths' lengths. */
function overlaps(files: readonly File[]): string[] {
  if (isPlain(files)) return []
  const found: string[] = []
  const before = new Map<string, File[]>()
  const shown = ({ path, source }: File) => (source ? `${quoted(path)} (${source})` : quoted(path))
  const add = (place: string, file: File) => {
    const others = before.get(place)
    if (others) others.push(file)
    else before.set(place, [file])
  }
  for (const { path, source } of files) {
    const file = { path: path.replace(/(?<!\/)\/+$/, ''), source }
    if (!file.path) continue
    const above = foldersOf(file.path)
    const met = new Set(before.get(`${file.path}/`) ?? [])
    for (const folder of above) for (const other of before.get(folder) ?? []) met.add(other)
    for (const other of met) found.push(`${shown(file)} lies where ${shown(other)} does`)
    add(file.path, file)
    for (const folder of [...above, file.path]) add(`${folder}/`, file)
  }
  return found
}

const few = 8

/** Whether they are few, in no folders, and each called otherwise: most are. */
function isPlain(files: readonly File[]): boolean {
  if (files.length > few) return false
  for (let index = 0; index < files.length; index++) {
    const { path } = files[index]!
    if (path.includes('/')) return false
    for (let before = 0; before < index; before++) if (files[before]!.path === path) return false
  }
  return true
}

/** `a/b/c`: a, a/b. */
function foldersOf(path: string): string[] {
  const found: string[] = []
  for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) found.push(path.slice(0, at))
  return found
}
