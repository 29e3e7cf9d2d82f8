/** Tests that need parts of the machine say so by name. */
import { spawnSync } from 'node:child_process'

export type Need =
  | 'root'
  | 'kubectl'
  | 'busybox'
  | 'tmux'
  | 'etcd'
  | 'nft'
  | 'ip'
  | 'script'
  | 'unshare'
  | 'nsenter'
  | 'setpriv'

/** What is missing here, each with its reason. */
export function missing(needs: readonly Need[]): string[] {
  return needs.flatMap((need) => {
    if (need === 'root') return process.getuid?.() === 0 ? [] : ['root (this user may not make namespaces and mounts)']
    return spawnSync('sh', ['-c', `command -v ${need}`]).status === 0 ? [] : [`${need} (not installed)`]
  })
}

/**
 * `describe` for tests that need parts of the machine: without them the group is left out and its title says why; under CI=true a missing part is a failure.
 */
export function describeWith(needs: readonly Need[], title: string, tests: (this: Mocha.Suite) => void): void {
  const lacks = missing(needs)
  if (lacks.length === 0) describe(title, tests)
  else if (process.env['CI'] === 'true') it(`${title}: needs ${lacks.join(', ')}`, () => expectNothingMissing(lacks))
  else describe.skip(`${title} (left out: needs ${lacks.join(', ')})`, tests)
}

function expectNothingMissing(lacks: readonly string[]): void {
  throw new Error(`CI must have ${lacks.join(', ')}: .ci/run installs it`)
}
