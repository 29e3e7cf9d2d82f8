/** The images of a data directory, for the runtime and for the command line. */
import { type Image, RuntimeError } from '../../contract.js'
import { hostImage, hostImageReference, type ImageRoot } from '../container/image-root.js'
import { openPaths } from '../state/paths.js'
import { rootOf } from './flatten.js'
import { type LoadedImage, type LoadOptions, loadArchive } from './load.js'
import { type PullOptions, pullFromRegistry } from './pull.js'
import { parseReference } from './reference.js'
import { ImageStore } from './store.js'

/** Loads an OCI layout or docker archive, from a tar (gzipped or not) or a folder, into the data directory's store. */
export function loadImage(dataDir: string, path: string, options: LoadOptions = {}): Promise<LoadedImage[]> {
  return loadArchive(new ImageStore(openPaths(dataDir).images), path, options)
}

/** Pulls an image into the data directory's store. Answers its id. */
export async function pullImage(dataDir: string, reference: string, options: PullOptions = {}): Promise<string> {
  return new Images(openPaths(dataDir).images).pull(reference, options)
}

/** The images of the data directory, the host's own files included. */
export function listImages(dataDir: string): readonly Image[] {
  return new Images(openPaths(dataDir).images).list()
}

export class Images {
  readonly #store: ImageStore
  /** Pulls under way, by reference: two pods that need the same image fetch it once. */
  readonly #pulling = new Map<string, Promise<string>>()

  constructor(folder: string) {
    this.#store = new ImageStore(folder)
  }

  pull(reference: string, options: PullOptions): Promise<string> {
    return Promise.resolve().then(() => {
      if (isHostImage(reference)) return hostImage.id
      const parsed = parseReference(reference)
      const key = JSON.stringify([parsed.text, options.auth ?? null])
      const pulling =
        this.#pulling.get(key) ??
        pullFromRegistry(this.#store, parsed, options).finally(() => this.#pulling.delete(key))
      this.#pulling.set(key, pulling)
      return pulling
    })
  }

  status(reference: string): Image | undefined {
    if (isHostImage(reference)) return describeHostImage()
    const image = this.#find(reference)
    return image && this.#store.list().find((one) => one.id === image.id)
  }

  list(): Image[] {
    return [describeHostImage(), ...this.#store.list()]
  }

  async remove(reference: string): Promise<void> {
    if (!isHostImage(reference)) await this.#store.remove(nameOf(reference))
  }

  /** Its files, joined at first use. Throws ErrImageNeverPull when it isn't here. */
  root(reference: string): ImageRoot {
    if (isHostImage(reference)) return hostImage
    const image = this.#find(reference)
    if (!image) throw new RuntimeError('ErrImageNeverPull', `the image ${JSON.stringify(reference)} is not present`)
    return { id: image.id, folder: rootOf(this.#store, image), config: image.config }
  }

  #find(reference: string) {
    return this.#store.find(nameOf(reference))
  }
}

function nameOf(reference: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(reference) ? reference : parseReference(reference).text
}

function isHostImage(reference: string): boolean {
  return reference === hostImageReference || reference === `${hostImageReference}:latest` || reference === hostImage.id
}

function describeHostImage(): Image {
  return { id: hostImage.id, tags: [`${hostImageReference}:latest`], digests: [], sizeBytes: 0, user: '' }
}
