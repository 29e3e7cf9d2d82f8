/** Resolves in the next turn of the event loop, after what waits there: long work lets others in by awaiting it now and then. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
