/**
 * The shell scripts that start a container and outlive the node. Plain POSIX sh and util-linux: no compiler, no Node.
 *
 * Processes: `shim` becomes `monitor` (waits, keeps the exit code, holds the pipes open), whose child runs `init` and becomes the container's command.
 * A short-lived helper, forked by `shim`, watches over the start and tells the node how it went. With a terminal, script(1) stands between.
 *
 * Invariant: privileges are dropped before the container's files are entered, by host programs, and the root is changed last, from outside:
 * pivot_root(2) moves every process of a mount namespace. So no program of the image ever runs with more than the container's privileges,
 * and no host program ever loads a library from the image.
 */
import { init } from './init.js'
import type { ScriptInput } from './input.js'
import { monitor, terminalParent } from './monitor.js'
import { shim } from './shim.js'

/** Names and texts, to be written into the container's folder. */
export function containerScripts(input: ScriptInput): Readonly<Record<string, string>> {
  return {
    shim: shim(input),
    monitor: monitor(input),
    init: init(input),
    ...(input.tty ? { terminal: terminalParent(input) } : {}),
  }
}
