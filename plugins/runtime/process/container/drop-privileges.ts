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

/** Without root there is one uid; another one than root is a name for it, in a user namespace of its own, in which no capability reaches out. */
function asUser(host: Host, config: ContainerConfig, user: RunAs): string[] {
  const kept = keptCapabilities(config.security)
  const newPrivileges = config.security.noNewPrivileges ? ['--no-new-privs'] : []
  const rename = [host.tools.unshare, '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  return [
    host.tools.setpriv,
    ...(kept ? ['--bounding-set', boundingSet(kept)] : []),
    '--inh-caps=-all',
    ...newPrivileges,
    ...(user.uid === 0 && user.gid === 0 ? [] : rename),
  ]
}
