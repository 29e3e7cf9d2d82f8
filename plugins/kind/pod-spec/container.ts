/** What is asked of every container, whatever list it stands in (upstream's validateContainerCommon). */
import type { Container } from '../../../crds/generated/tokens.js'
import { invalid } from '../causes.js'
import { checkEnvironment, checkEnvironmentFrom } from './environment.js'
import type { Ground } from './ground.js'
import { checkMounts } from './mounts.js'
import { checkPorts } from './ports.js'
import { checkResources } from './resources.js'
import { checkResizePolicy } from './restart.js'
import { checkSecurity } from './security.js'

export function checkContainer(container: Container, at: string, ground: Ground): void {
  const { found, spec } = ground
  const { image, ports, env, envFrom, resources, securityContext } = container
  if (ground.isPod && image && image.trim() !== image) {
    found.push(invalid(`${at}.image`, image, 'take the spaces around the name away'))
  }
  if (ports) checkPorts(ports, `${at}.ports`, found)
  if (env) checkEnvironment(env, `${at}.env`, ground)
  if (envFrom) checkEnvironmentFrom(envFrom, `${at}.envFrom`, found)
  checkMounts(container, at, ground)
  if (resources) {
    const claims = () => new Set(spec.resourceClaims?.map(({ name }) => name))
    checkResources(resources, `${at}.resources`, { found, claims })
  }
  checkResizePolicy(container, at, { found, podRestarts: spec.restartPolicy })
  if (securityContext) checkSecurity(securityContext, `${at}.securityContext`, ground)
}
