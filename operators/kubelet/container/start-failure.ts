/** Why a container could not be started, in the words of a waiting state. */
export class StartFailure extends Error {
  /** ErrImagePull, CreateContainerConfigError, RunContainerError ... */
  readonly reason: string
  /** `asRun`: the runtime has it on record as one that ran and ended, so a restart follows the rules of restarts; `asTry`: nothing ran. */
  readonly counts: 'asRun' | 'asTry'

  constructor(
    reason: string,
    message: string,
    options: { readonly counts?: 'asRun' | 'asTry'; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.reason = reason
    this.counts = options.counts ?? 'asTry'
  }
}
