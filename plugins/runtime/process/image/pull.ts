/** Pulls an image from a registry into the store: only blobs that are missing, resumed where an earlier pull broke off, every digest checked. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { type RegistryAuth, RuntimeError } from '../../contract.js'
import { digestOf } from './load.js'
import { choosePlatform, type Descriptor, type Manifest, manifestsOf, readImageConfig } from './oci.js'
import type { ImageReference } from './reference.js'
import { claimPartial } from './partial.js'
import { RegistryClient } from './registry-client.js'
import { hexOf, type ImageStore } from './store.js'
import { unpackLayer } from './unpack.js'

export interface PullOptions {
  readonly auth?: RegistryAuth
  readonly onProgress?: (line: string) => void
  readonly signal?: AbortSignal
}

/** Blobs fetched at a time. */
const parallel = 3

/** Answers the image's id. Throws ErrImagePull with what went wrong. */
export async function pullFromRegistry(
  store: ImageStore,
  reference: ImageReference,
  options: PullOptions,
): Promise<string> {
  try {
    return await pull(store, reference, options)
  } catch (cause) {
    if (cause instanceof RuntimeError) throw cause
    throw new RuntimeError(
      'ErrImagePull',
      `failed to pull and unpack image ${JSON.stringify(reference.text)}: ${(cause as Error).message}`,
      { cause },
    )
  }
}

async function pull(store: ImageStore, reference: ImageReference, options: PullOptions): Promise<string> {
  const say = options.onProgress ?? (() => {})
  const client = new RegistryClient(reference, options)
  say(`pulling ${reference.text}`)
  const top = await fetchManifest(client, reference.digest ?? reference.tag ?? 'latest')
  const inner = manifestsOf(top.document)
  const { document } = inner ? await fetchManifest(client, choosePlatform(inner).digest) : top
  if (manifestsOf(document)) throw new Error('its index names another index')
  const manifest = document as Manifest
  await inParallel([manifest.config, ...manifest.layers], (blob) => fetchBlob({ store, client, say }, blob))
  const configBytes = await readAll(store.blobPath(manifest.config.digest))
  const { config, diffIds } = readImageConfig(JSON.parse(configBytes.toString('utf8')))
  if (diffIds.length !== manifest.layers.length)
    throw new Error('its configuration and its manifest name different layers')
  for (const [at, layer] of manifest.layers.entries()) {
    await unpackLayer(store, store.blobPath(layer.digest), diffIds[at] ?? '')
    say(`${short(layer)}: unpacked`)
  }
  const blobs = [manifest.config, ...manifest.layers]
  const id = manifest.config.digest
  const sizeBytes = blobs.reduce((sum, blob) => sum + blob.size, 0)
  const byDigest = `${reference.registry}/${reference.repository}@${top.digest}`
  const byTag = reference.tag === undefined ? [] : [`${reference.registry}/${reference.repository}:${reference.tag}`]
  const asWritten = reference.digest === undefined ? [] : [reference.text]
  store.put({ id, config, diffIds, blobs: blobs.map((blob) => blob.digest), sizeBytes }, [
    byDigest,
    ...byTag,
    ...asWritten,
  ])
  say(`pulled ${reference.text}`)
  return id
}

async function fetchManifest(
  client: RegistryClient,
  tagOrDigest: string,
): Promise<{ readonly document: unknown; readonly digest: string }> {
  const bytes = await client.manifest(tagOrDigest)
  const digest = digestOf(bytes)
  if (tagOrDigest.includes(':') && digest !== tagOrDigest)
    throw new Error(`the manifest's content is not ${tagOrDigest}`)
  return { document: JSON.parse(bytes.toString('utf8')), digest }
}

interface Fetching {
  readonly store: ImageStore
  readonly client: RegistryClient
  readonly say: (line: string) => void
}

async function fetchBlob({ store, client, say }: Fetching, blob: Descriptor): Promise<void> {
  if (store.hasBlob(blob.digest)) return say(`${short(blob)}: already here`)
  if (blob.urls?.length) throw new Error(`${blob.digest} is to be had elsewhere, which is not supported`)
  await store.once(blob.digest, async () => {
    const partial = claimPartial(store, blob.digest)
    try {
      await download(client, blob, { path: partial.path, say })
      renameSync(partial.path, store.blobPath(blob.digest))
    } finally {
      partial.release()
    }
  })
  say(`${short(blob)}: downloaded`)
}

async function download(
  client: RegistryClient,
  blob: Descriptor,
  { path, say }: { readonly path: string; readonly say: (line: string) => void },
): Promise<void> {
  const have = sizeOf(path)
  const offset = have > blob.size ? 0 : have
  if (offset < blob.size || blob.size === 0) {
    const { resumed, body } = await client.blob(blob.digest, offset)
    await receive(body, { path, from: resumed ? offset : 0, blob, say })
  }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  if (`sha256:${hash.digest('hex')}` === blob.digest) return
  rmSync(path)
  throw new Error(`the content of ${blob.digest} is damaged`)
}

async function receive(
  body: AsyncIterable<Uint8Array>,
  target: {
    readonly path: string
    readonly from: number
    readonly blob: Descriptor
    readonly say: (line: string) => void
  },
): Promise<void> {
  const { path, from, blob, say } = target
  if (from === 0) writeFileSync(path, '')
  const file = createWriteStream(path, { flags: 'a' })
  let received = from
  let tenths = Math.floor((10 * from) / Math.max(1, blob.size))
  try {
    for await (const chunk of body) {
      received += chunk.length
      if (received > blob.size) throw new Error(`${blob.digest} is longer than its manifest says`)
      if (!file.write(chunk)) await new Promise<void>((resolve) => file.once('drain', resolve))
      const now = Math.floor((10 * received) / Math.max(1, blob.size))
      if (now > tenths && now < 10) say(`${short(blob)}: ${now * 10} % of ${megabytes(blob.size)}`)
      tenths = now
    }
  } finally {
    file.end()
    await finished(file)
  }
  if (received !== blob.size) throw new Error(`${blob.digest} broke off after ${received} of ${blob.size} bytes`)
}

/** After a failure nothing new is begun, and what is under way is waited for. */
async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...new Set(items)]
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await act(item).catch((error: unknown) => {
        waiting.length = 0
        throw error
      })
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: parallel }, worker))
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

async function readAll(path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function short(blob: Descriptor): string {
  return hexOf(blob.digest).slice(0, 12)
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
