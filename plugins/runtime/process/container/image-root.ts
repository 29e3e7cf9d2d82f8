/** What a container takes from its image. */
export interface ImageRoot {
  readonly id: string
  /** The folder with the image's files; undefined: the host's own, read-only. */
  readonly folder: string | undefined
  readonly config: ImageConfig
}

/** The parts of an OCI image configuration that a runtime uses. */
export interface ImageConfig {
  readonly env: readonly string[]
  readonly entrypoint: readonly string[]
  readonly cmd: readonly string[]
  /** `user`, `uid`, `user:group`, ...; empty: root. */
  readonly user: string
  readonly workingDir: string
  readonly stopSignal: string
}

/** The image that runs on the host's own files. */
export const hostImageReference = 'localhost/host'

export const hostImage: ImageRoot = {
  id: 'sha256:0000000000000000000000000000000000000000000000000000000000000000',
  folder: undefined,
  config: { env: [], entrypoint: [], cmd: ['sleep', 'infinity'], user: '', workingDir: '', stopSignal: 'SIGTERM' },
}
