/** How a host program is run with no more than a container's privileges. */
import type { ContainerConfig } from '../../contract.js'
import type { Host } from '../host/host.js'
import { boundingSet, keptCapabilities } from './capabilities.js'
import type { RunAs } from './user.js'

/** The words that give up privileges before the program named after them. */
export function dropPrivileges(host: Host, config: ContainerConfig, user: RunAs): string[] {
  const kept = keptCapabilities(config.security)
  if (!host.isRoot) return asUser(host, config, user)
  return [
    host.tools.setpriv,
    ...(kept ? ['--bounding-set', boundingSet(kept)] : []),
    '--inh-caps=-all',
    ...(config.security.noNewPrivileges ? ['--no-new-privs'] : []),
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    `--groups=${[user.gid, ...user.groups].join(',')}`,
  ]
}

/**
 * Without root there is one uid; another one than root is a name for it, in a user namespace of its own, in which nothing has a capability: there
 * the bounding set can't be reduced, nor has it to be.
 */
function asUser(host: Host, config: ContainerConfig, user: RunAs): string[] {
  const { setpriv, unshare } = host.tools
  const kept = keptCapabilities(config.security)
  const noNew = config.security.noNewPrivileges ? ['--no-new-privs'] : []
  if (user.uid === 0 && user.gid === 0) {
    return [setpriv, ...(kept ? ['--bounding-set', boundingSet(kept)] : []), '--inh-caps=-all', ...noNew]
  }
  const rename = [unshare, '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  return [...rename, setpriv, '--inh-caps=-all', ...noNew]
}
