/**
 * Images on disk: blobs by digest, a small file for each image and each name of one, layers unpacked once. Every file is written beside and renamed,
 * and each stands for itself, so several processes may use a store at the same time.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Image } from '../../contract.js'
import { readIfPresent, writeAtomically } from '../host/atomic-file.js'
import { removeTree } from '../host/remove-tree.js'
import type { ImageConfig } from '../container/image-root.js'

export interface StoredImage {
  /** `sha256:...` of its configuration. */
  readonly id: string
  readonly config: ImageConfig
  /** Digests of the layers' uncompressed tars, lowest first. */
  readonly diffIds: readonly string[]
  /** Of the blobs it is made from. */
  readonly blobs: readonly string[]
  readonly sizeBytes: number
}

interface StoredName {
  /** `<registry>/<repository>:<tag>` or `<registry>/<repository>@<digest>`. */
  readonly name: string
  readonly id: string
}

export class ImageStore {
  readonly #folder: string
  readonly #underWay = new Map<string, Promise<void>>()

  constructor(folder: string) {
    this.#folder = folder
    for (const name of ['blobs/sha256', 'images', 'names', 'layers', 'roots', 'incoming']) {
      mkdirSync(join(folder, name), { recursive: true, mode: 0o700 })
    }
  }

  /** Does `act` unless the same is under way in this process; then waits for that. */
  once(key: string, act: () => Promise<void>): Promise<void> {
    const underWay = this.#underWay.get(key) ?? act().finally(() => this.#underWay.delete(key))
    this.#underWay.set(key, underWay)
    return underWay
  }

  blobPath(digest: string): string {
    return join(this.#folder, 'blobs', 'sha256', hexOf(digest))
  }

  hasBlob(digest: string): boolean {
    return existsSync(this.blobPath(digest))
  }

  layerFolder(diffId: string): string {
    return join(this.#folder, 'layers', hexOf(diffId))
  }

  rootFolder(imageId: string): string {
    return join(this.#folder, 'roots', hexOf(imageId))
  }

  /** Where unfinished things are, on the same filesystem as the finished ones. */
  get incoming(): string {
    return join(this.#folder, 'incoming')
  }

  /** By id, or by any of its names. */
  find(idOrName: string): StoredImage | undefined {
    const id = /^sha256:[0-9a-f]{64}$/.test(idOrName) ? idOrName : this.#readName(idOrName)?.id
    const text = id && readIfPresent(this.#imageFile(id))
    return text ? (JSON.parse(text) as StoredImage) : undefined
  }

  /** Keeps the image and gives it these names, taking them from whoever had them. */
  put(image: StoredImage, names: readonly string[]): void {
    writeAtomically(this.#imageFile(image.id), JSON.stringify(image))
    for (const name of names)
      writeAtomically(this.#nameFile(name), JSON.stringify({ name, id: image.id } satisfies StoredName))
  }

  list(): Image[] {
    const names = this.#names()
    return this.#images().map((image) => {
      const own = names.filter((one) => one.id === image.id).map((one) => one.name)
      const digests = own.filter((name) => name.includes('@'))
      const tags = own.filter((name) => !name.includes('@'))
      const user = image.config.user.split(':')[0] ?? ''
      return { id: image.id, tags: tags.sort(), digests: digests.sort(), sizeBytes: image.sizeBytes, user }
    })
  }

  /** Removes a name, or by id all of them; then the image and whatever nothing else is made from, when no tag is left. */
  async remove(idOrName: string): Promise<void> {
    const image = this.find(idOrName)
    if (!image) return
    const own = this.#names().filter((one) => one.id === image.id)
    const gone = idOrName === image.id ? own : own.filter((one) => one.name === idOrName)
    for (const one of gone) rmSync(this.#nameFile(one.name), { force: true })
    const left = own.filter((one) => !gone.includes(one))
    if (left.some((one) => !one.name.includes('@'))) return
    for (const one of left) rmSync(this.#nameFile(one.name), { force: true })
    rmSync(this.#imageFile(image.id), { force: true })
    await this.#sweep()
  }

  async #sweep(): Promise<void> {
    const images = this.#images()
    const used = {
      roots: new Set(images.map((image) => hexOf(image.id))),
      layers: new Set(images.flatMap((image) => image.diffIds.map(hexOf))),
      'blobs/sha256': new Set(images.flatMap((image) => image.blobs.map(hexOf))),
    }
    for (const [folder, keep] of Object.entries(used)) {
      for (const name of readdirSync(join(this.#folder, folder))) {
        if (!keep.has(name.replace(/\.json$/, ''))) await removeTree(join(this.#folder, folder, name))
      }
    }
  }

  #images(): StoredImage[] {
    return readAll<StoredImage>(join(this.#folder, 'images'))
  }

  #names(): StoredName[] {
    return readAll<StoredName>(join(this.#folder, 'names'))
  }

  #readName(name: string): StoredName | undefined {
    const text = readIfPresent(this.#nameFile(name))
    return text === undefined ? undefined : (JSON.parse(text) as StoredName)
  }

  #imageFile(id: string): string {
    return join(this.#folder, 'images', `${hexOf(id)}.json`)
  }

  #nameFile(name: string): string {
    return join(this.#folder, 'names', `${createHash('sha256').update(name).digest('hex')}.json`)
  }
}

/** The hexadecimal part of a digest. Throws for what is no SHA-256, so that it can name a file. */
export function hexOf(digest: string): string {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1]
  if (!hex) throw new Error(`not a SHA-256 digest: ${JSON.stringify(digest)}`)
  return hex
}

function readAll<T>(folder: string): T[] {
  return readdirSync(folder).flatMap((name) => {
    const text = name.endsWith('.json') ? readIfPresent(join(folder, name)) : undefined
    return text === undefined ? [] : [JSON.parse(text) as T]
  })
}
