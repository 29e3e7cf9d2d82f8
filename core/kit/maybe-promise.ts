/** A value that is there now, or comes later. Callers `await` it; a driver that has it answers without a promise. */
export type MaybePromise<T> = T | Promise<T>

/** What `next` makes of `value`: at once where it is there. */
export function whenThere<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(next) : next(value)
}
