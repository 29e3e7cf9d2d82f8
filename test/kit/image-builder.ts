/** Builds small container images, for tests: layers as tars, put together as a docker archive, an OCI layout, or blobs for a registry. */
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

export type TarEntry = Partial<Header> & { readonly name: string; readonly content?: string | Buffer }

export interface BuiltImage {
  readonly id: string
  readonly config: Buffer
  readonly layers: readonly {
    readonly tar: Buffer
    readonly diffId: string
    readonly gzip: Buffer
    readonly digest: string
  }[]
  readonly manifest: Buffer
  readonly manifestDigest: string
}

const busyboxPath = '/usr/bin/busybox'

export function tarOf(entries: readonly TarEntry[]): Promise<Buffer> {
  const tar = pack()
  for (const { content, ...header } of entries)
    tar.entry({ mtime: new Date(0), mode: header.type === 'directory' ? 0o755 : 0o644, ...header }, content ?? '')
  tar.finalize()
  return collect(tar)
}

/** A root with busybox and the usual applets, /etc/passwd with a user `sailor` (1000:1000, in group `crew`), and /tmp. */
export async function busyboxEntries(): Promise<TarEntry[]> {
  const applets = [
    'sh',
    'cat',
    'echo',
    'ls',
    'sleep',
    'id',
    'env',
    'pwd',
    'touch',
    'stat',
    'mount',
    'true',
    'head',
    'tr',
    'grep',
    'ln',
    'mkdir',
    'readlink',
    'hostname',
    'wc',
    'find',
    'chroot',
    'dd',
  ]
  return [
    ...['bin', 'etc', 'home', 'home/sailor', 'data', 'usr', 'usr/share'].map((name) => ({
      name,
      type: 'directory' as const,
    })),
    { name: 'tmp', type: 'directory', mode: 0o1777 },
    { name: 'bin/busybox', mode: 0o755, content: await collect(createReadStream(busyboxPath)) },
    ...applets.map((name) => ({ name: `bin/${name}`, type: 'symlink' as const, linkname: 'busybox' })),
    { name: 'etc/passwd', content: 'root:x:0:0:root:/root:/bin/sh\nsailor:x:1000:1000::/home/sailor:/bin/sh\n' },
    { name: 'etc/group', content: 'root:x:0:\nsailor:x:1000:\ncrew:x:2000:sailor\n' },
  ]
}

export async function buildImage(
  layers: readonly (readonly TarEntry[])[],
  config: Readonly<Record<string, unknown>> = {},
): Promise<BuiltImage> {
  return imageOf(await Promise.all(layers.map(tarOf)), config)
}

function imageOf(tars: readonly Buffer[], config: Readonly<Record<string, unknown>> = {}): BuiltImage {
  const built = tars.map((tar) => {
    const gzip = gzipSync(tar, { level: 1 })
    return { tar, diffId: digest(tar), gzip, digest: digest(gzip) }
  })
  const configBytes = json({
    architecture: 'amd64',
    os: 'linux',
    config,
    rootfs: { type: 'layers', diff_ids: built.map((one) => one.diffId) },
  })
  const manifest = json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digest(configBytes),
      size: configBytes.length,
    },
    layers: built.map((one) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest: one.digest,
      size: one.gzip.length,
    })),
  })
  return { id: digest(configBytes), config: configBytes, layers: built, manifest, manifestDigest: digest(manifest) }
}

/** What `docker save` writes. */
export async function dockerArchive(image: BuiltImage, tags: readonly string[]): Promise<Buffer> {
  const layers = image.layers.map((_, at) => `layer${at}/layer.tar`)
  return tarOf([
    { name: 'config.json', content: image.config },
    ...image.layers.map((layer, at) => ({ name: layers[at] ?? '', content: layer.tar })),
    { name: 'manifest.json', content: json([{ Config: 'config.json', RepoTags: tags, Layers: layers }]) },
  ])
}

/** An OCI layout in a folder, its image behind an index of platforms. */
export function writeOciLayout(folder: string, image: BuiltImage, name: string): void {
  const blobs = join(folder, 'blobs', 'sha256')
  mkdirSync(blobs, { recursive: true })
  const index = indexOf(image)
  for (const bytes of [image.config, image.manifest, index, ...image.layers.map((one) => one.gzip)]) {
    writeFileSync(join(blobs, digest(bytes).slice('sha256:'.length)), bytes)
  }
  const descriptor = {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    digest: digest(index),
    size: index.length,
    annotations: { 'io.containerd.image.name': name },
  }
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  writeFileSync(join(folder, 'index.json'), json({ schemaVersion: 2, manifests: [descriptor] }))
}

/** An index that offers the image for this machine, after one for another. */
export function indexOf(image: BuiltImage): Buffer {
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch
  const type = 'application/vnd.oci.image.manifest.v1+json'
  return json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      {
        mediaType: type,
        digest: `sha256:${'0'.repeat(64)}`,
        size: 1,
        platform: { architecture: 'sparc', os: 'linux' },
      },
      {
        mediaType: type,
        digest: image.manifestDigest,
        size: image.manifest.length,
        platform: { architecture, os: 'linux' },
      },
    ],
  })
}

export function digest(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
