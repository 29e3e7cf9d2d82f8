import { StatusError } from '../../core/meta/index.js'

/** For `catch`: what isn't there is undefined, anything else is thrown on. */
export function ifNotFound(error: unknown): undefined {
  if (!(error instanceof StatusError && error.reason === 'NotFound')) throw error
}
