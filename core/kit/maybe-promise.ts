/** A value that is there now, or comes later. Callers `await` it; a driver that has it answers without a promise. */
export type MaybePromise<T> = T | Promise<T>
