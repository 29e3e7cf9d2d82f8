/** Loads images from a file or folder: an OCI layout, or what `docker save` writes. */
import { createHash } from 'node:crypto'
import { copyFileSync, createReadStream, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { RuntimeError } from '../../contract.js'
import { type Archive, openArchive, readDocument } from './archive.js'
import { choosePlatform, type Descriptor, type Manifest, manifestsOf, readImageConfig } from './oci.js'
import { parseReference } from './reference.js'
import { hexOf, type ImageStore, type StoredImage } from './store.js'
import { unpackLayer } from './unpack.js'

export interface LoadOptions {
  /** A name for the image, when the archive holds one image alone. */
  readonly name?: string
  readonly onProgress?: (line: string) => void
}

export interface LoadedImage {
  readonly id: string
  readonly names: readonly string[]
}

interface Found {
  readonly configPath: string
  readonly layerPaths: readonly string[]
  readonly names: readonly string[]
}

/** Answers the images it held. Throws InvalidImage for what is no image archive, or a damaged one. */
export async function loadArchive(store: ImageStore, path: string, options: LoadOptions = {}): Promise<LoadedImage[]> {
  const archive = await openArchive(path, store.incoming).catch((cause: Error) => {
    throw new RuntimeError('InvalidImage', `${path}: ${cause.message}`, { cause })
  })
  try {
    const found = findImages(archive)
    if (found.length === 0)
      throw new Error('no index.json and no manifest.json: neither an OCI layout nor a docker archive')
    if (options.name !== undefined && found.length > 1)
      throw new Error(`it holds ${found.length} images: a name is for one`)
    const loaded: LoadedImage[] = []
    for (const one of found) loaded.push(await keep(store, one, options))
    return loaded
  } catch (cause) {
    if (cause instanceof RuntimeError) throw cause
    throw new RuntimeError('InvalidImage', `${path}: ${(cause as Error).message}`, { cause })
  } finally {
    archive.close()
  }
}

async function keep(store: ImageStore, found: Found, options: LoadOptions): Promise<LoadedImage> {
  const bytes = readFileSync(found.configPath)
  const id = digestOf(bytes)
  const { config, diffIds } = readImageConfig(JSON.parse(bytes.toString('utf8')))
  if (diffIds.length !== found.layerPaths.length)
    throw new Error('its configuration and its manifest name different layers')
  const names = (options.name === undefined ? found.names : [options.name]).map((name) => parseReference(name).text)
  options.onProgress?.(`loading ${names.join(', ') || id}`)
  const blobs = [await keepBlob(store, found.configPath)]
  let sizeBytes = bytes.length
  for (const [at, diffId] of diffIds.entries()) {
    const layer = found.layerPaths[at] ?? ''
    options.onProgress?.(`layer ${at + 1} of ${diffIds.length}: unpacking`)
    const blob = await keepBlob(store, layer)
    await unpackLayer(store, store.blobPath(blob), diffId)
    blobs.push(blob)
    sizeBytes += statSync(store.blobPath(blob)).size
  }
  const image: StoredImage = { id, config, diffIds, blobs, sizeBytes }
  store.put(image, names)
  options.onProgress?.(`loaded ${names.join(', ') || id}`)
  return { id, names }
}

function findImages(archive: Archive): Found[] {
  const docker = readDocument(archive, 'manifest.json')
  if (Array.isArray(docker)) return docker.map((one) => fromDocker(archive, one))
  const index = readDocument(archive, 'index.json')
  if (index === undefined) return []
  return (manifestsOf(index) ?? []).map((one) => fromLayout(archive, one))
}

function fromDocker(archive: Archive, entry: { Config: string; Layers: string[]; RepoTags?: string[] | null }): Found {
  return {
    configPath: need(archive, entry.Config),
    layerPaths: entry.Layers.map((layer) => need(archive, layer)),
    names: entry.RepoTags ?? [],
  }
}

function fromLayout(archive: Archive, descriptor: Descriptor): Found {
  const document = blobDocument(archive, descriptor)
  const inner = manifestsOf(document)
  const names = namesIn(descriptor)
  if (inner) {
    const chosen = fromLayout(archive, choosePlatform(inner))
    return { ...chosen, names: names.length ? names : chosen.names }
  }
  const manifest = document as Manifest
  return {
    configPath: need(archive, blobName(manifest.config)),
    layerPaths: manifest.layers.map((layer) => need(archive, blobName(layer))),
    names,
  }
}

/** `io.containerd.image.name` is whole; `org.opencontainers.image.ref.name` may be a tag alone, which names nothing. */
function namesIn({ annotations }: Descriptor): string[] {
  const whole = annotations?.['io.containerd.image.name']
  if (whole) return [whole]
  const name = annotations?.['org.opencontainers.image.ref.name']
  return name && /[/:]/.test(name) ? [name] : []
}

function blobDocument(archive: Archive, descriptor: Descriptor): unknown {
  const bytes = readFileSync(need(archive, blobName(descriptor)))
  if (digestOf(bytes) !== descriptor.digest) throw new Error(`the content of ${descriptor.digest} is damaged`)
  return JSON.parse(bytes.toString('utf8'))
}

function blobName(descriptor: Descriptor): string {
  return `blobs/sha256/${hexOf(descriptor.digest)}`
}

function need(archive: Archive, name: string): string {
  const path = archive.path(name)
  if (path === undefined) throw new Error(`${name} is missing in it`)
  return path
}

/** Copies a file into the store under its digest. */
async function keepBlob(store: ImageStore, path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  const digest = `sha256:${hash.digest('hex')}`
  if (store.hasBlob(digest)) return digest
  const unfinished = join(store.incoming, `${hexOf(digest)}.${process.pid}`)
  copyFileSync(path, unfinished)
  renameSync(unfinished, store.blobPath(digest))
  return digest
}

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}
