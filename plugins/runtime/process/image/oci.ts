/** The OCI image formats, as far as a runtime reads them: manifests, indexes, configurations. */
import type { ImageConfig } from '../container/image-root.js'

export interface Descriptor {
  readonly digest: string
  readonly size: number
  readonly platform?: { readonly architecture?: string; readonly os?: string; readonly variant?: string }
  readonly annotations?: Readonly<Record<string, string>>
  readonly urls?: readonly string[]
}

export interface Manifest {
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
}

/** Media types asked for, the richest first. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const

const architectures: Readonly<Record<string, string>> = {
  x64: 'amd64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: '386',
  ppc64: 'ppc64le',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
}

/** This machine's, in OCI's words. */
const machineArchitecture = architectures[process.arch] ?? process.arch

/** The manifests of an index; undefined for what is a manifest itself. Throws for what is neither. */
export function manifestsOf(document: unknown): readonly Descriptor[] | undefined {
  const { manifests, config, layers, schemaVersion } = asObject(document)
  if (Array.isArray(manifests)) return manifests as Descriptor[]
  if (schemaVersion === 1) throw new Error('the image has a manifest of schema version 1, which is no longer in use')
  if (!config || !Array.isArray(layers)) throw new Error('neither an image manifest nor an index of them')
  return undefined
}

/** The one for this machine. Throws naming those that there are. */
export function choosePlatform(manifests: readonly Descriptor[]): Descriptor {
  const linux = manifests.filter((one) => !one.platform || (one.platform.os ?? 'linux') === 'linux')
  const chosen =
    linux.find((one) => one.platform?.architecture === machineArchitecture) ?? linux.find((one) => !one.platform)
  if (chosen) return chosen
  const offered = manifests.map((one) => `${one.platform?.os ?? '?'}/${one.platform?.architecture ?? '?'}`)
  throw new Error(`no match for platform linux/${machineArchitecture} among ${offered.join(', ') || 'no manifests'}`)
}

/** Reads an image's configuration. Throws when it isn't one, or is for another system. */
export function readImageConfig(document: unknown): {
  readonly config: ImageConfig
  readonly diffIds: readonly string[]
} {
  const { config, rootfs, os } = asObject(document)
  if (os !== undefined && os !== 'linux') throw new Error(`the image is for ${String(os)}, not for linux`)
  const { diff_ids: diffIds } = asObject(rootfs)
  if (!Array.isArray(diffIds)) throw new Error('the image configuration names no layers')
  const own = config === undefined || config === null ? {} : asObject(config)
  return {
    diffIds: diffIds.map(String),
    config: {
      env: strings(own['Env']),
      entrypoint: strings(own['Entrypoint']),
      cmd: strings(own['Cmd']),
      user: text(own['User']),
      workingDir: text(own['WorkingDir']),
      stopSignal: text(own['StopSignal']),
    },
  }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not an image: an object is missing in it')
  return value as Record<string, unknown>
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
