/** Rules of paths inside volumes (upstream's validateLocalDescendingPath and kin). */
import type { StatusCause } from '../../../core/meta/index.js'
import { invalid } from '../causes.js'

const stepsBack = (path: string) => path.includes('..') && path.split('/').includes('..')

export function checkNoStepsBack(path: string | undefined, at: string, found: StatusCause[]): void {
  if (path && stepsBack(path)) found.push(invalid(at, path, "must not contain '..'"))
}

/** Relative, and never out of where it begins. */
export function checkDescending(path: string | undefined, at: string, found: StatusCause[]): void {
  if (!path) return
  if (path.startsWith('/')) found.push(invalid(at, path, 'must be a relative path'))
  checkNoStepsBack(path, at, found)
}

/** As `checkDescending`, and not among the names that the kubelet keeps for itself. */
export function checkUnreserved(path: string | undefined, at: string, found: StatusCause[]): void {
  if (!path) return
  checkDescending(path, at, found)
  if (path.startsWith('..') && !path.startsWith('../')) found.push(invalid(at, path, "must not start with '..'"))
}
