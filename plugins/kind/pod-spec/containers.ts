/** The three lists of containers in a pod spec (upstream's validateContainers, validateInitContainers, validateEphemeralContainers). */
import type { Container, EphemeralContainer } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, notFound } from '../causes.js'
import { checkContainer } from './container.js'
import type { Ground } from './ground.js'
import { checkHostPorts } from './ports.js'
import { checkLifecycle, checkProbes } from './probe.js'
import { checkInitRestart, checkRestart } from './restart.js'

export function checkContainers(ground: Ground, at: string): void {
  const { spec, found } = ground
  const taken = new Set<string>()
  let unnamed = 0
  for (let index = 0; index < (spec.containers?.length ?? 0); index++) {
    const container = spec.containers[index]!
    const here = `${at}.containers[${index}]`
    checkContainer(container, here, ground)
    checkLifecycle(container, here, ground)
    checkProbes(container, here, ground)
    checkRestart(container, here, found)
    checkHostPorts(container, here, { found, taken })
    // Of names that are said twice the schema tells.
    if (!container.name && unnamed++) found.push(duplicate(`${here}.name`, ''))
  }
  if (spec.initContainers?.length) checkInitContainers(spec.initContainers, `${at}.initContainers`, ground)
  if (spec.ephemeralContainers?.length) checkEphemeral(spec.ephemeralContainers, `${at}.ephemeralContainers`, ground)
}

function checkInitContainers(containers: readonly Container[], at: string, ground: Ground): void {
  const { spec, found } = ground
  const others = new Set(spec.containers?.map(({ name }) => name))
  containers.forEach((container, index) => {
    const here = `${at}[${index}]`
    checkContainer(container, here, ground)
    checkInitRestart(container, here, found)
    if (others.has(container.name)) found.push(duplicate(`${here}.name`, container.name ?? ''))
    checkHostPorts(container, here, { found, taken: new Set() })
    if (container.restartPolicy === 'Always') {
      checkLifecycle(container, here, ground)
      checkProbes(container, here, ground)
      return
    }
    for (const member of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
      if (container[member]) found.push(forbidden(`${here}.${member}`, onlySidecars))
    }
    container.resizePolicy?.forEach(({ restartPolicy: policy }, each) => {
      const field = `${here}.resizePolicy[${each}].restartPolicy`
      if (policy === 'RestartContainer') found.push(invalid(field, policy, onlySidecars))
    })
  })
}

const onlySidecars = 'only sidecars have it: set restartPolicy: Always of the init container, or leave it out'

const notEphemeral = [
  'ports',
  'resources',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
] as const

function checkEphemeral(containers: readonly EphemeralContainer[], at: string, ground: Ground): void {
  const { spec, found } = ground
  const lasting = new Set([...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name }) => name))
  const names = new Set(lasting)
  containers.forEach((container, index) => {
    const here = `${at}[${index}]`
    const { name, targetContainerName: target } = container
    checkContainer(container as Container, here, ground)
    if (names.has(name)) found.push(duplicate(`${here}.name`, name ?? ''))
    names.add(name)
    if (target && !lasting.has(target)) found.push(notFound(`${here}.targetContainerName`, target))
    for (const member of notEphemeral) {
      if (isSaid(container, member)) found.push(forbidden(`${here}.${member}`, notForEphemeral))
    }
    container.volumeMounts?.forEach((mount, at) => {
      for (const member of ['subPath', 'subPathExpr'] as const) {
        if (mount[member]) found.push(forbidden(`${here}.volumeMounts[${at}].${member}`, notForEphemeral))
      }
    })
  })
}

const notForEphemeral = 'ephemeral containers have none: leave it out'

/** Lists that are empty, and `resources` of nothing, are none. */
function isSaid(container: EphemeralContainer, member: (typeof notEphemeral)[number]): boolean {
  const value = container[member]
  if (value === undefined || value === null) return false
  return (member !== 'resources' && !Array.isArray(value)) || Object.keys(value).length > 0
}
