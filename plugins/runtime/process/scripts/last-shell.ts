/** The shell that becomes a container's command: sh, unless the environment has names that only bash passes on. */
import { RuntimeError } from '../../contract.js'
import type { Tools } from '../host/tools.js'
import { isShellName } from './start.js'

/**
 * Kubernetes allows `.` and `-` in names, of which sh knows nothing; bash hands them on untouched when it is started with them.
 * Not ideal: for a millisecond or two such variables stand in a command line. Throws CreateContainerError where bash is missing.
 */
export function lastShell(
  tools: Tools,
  env: readonly { readonly name: string; readonly value: string }[],
): readonly string[] {
  const odd = env.filter((one) => !isShellName(one.name))
  if (odd.length === 0) return [tools.sh]
  if (tools.bash && tools.env) return [tools.env, ...odd.map(({ name, value }) => `${name}=${value}`), tools.bash]
  const names = odd.map((one) => one.name).join(', ')
  throw new RuntimeError(
    'CreateContainerError',
    `the environment variables ${names} need bash on the node, which is not installed`,
  )
}
