/** Probes and what is done after starting and before stopping. */
import { portNameErrors } from '../../../core/meta/index.js'
import type { StatusCause } from '../../../core/meta/index.js'
import type { Container, LifecycleHandler, Probe } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import type { Ground } from './ground.js'

type Handler = LifecycleHandler & Pick<Probe, 'grpc'>

type Judged = Pick<Ground, 'spec' | 'found'>

/** In the order in which upstream looks at them: at the first alone. */
export const actions = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const
const headerName = /^[-A-Za-z0-9]+$/

export function checkProbes(container: Container, at: string, ground: Ground): void {
  const { livenessProbe, readinessProbe, startupProbe } = container
  if (livenessProbe) checkProbe(livenessProbe, `${at}.livenessProbe`, ground)
  if (startupProbe) checkProbe(startupProbe, `${at}.startupProbe`, ground)
  for (const kind of ['livenessProbe', 'startupProbe'] as const) {
    const threshold = container[kind]?.successThreshold
    if (threshold !== undefined && threshold !== 1) {
      ground.found.push(invalid(`${at}.${kind}.successThreshold`, threshold, 'must be 1'))
    }
  }
  if (!readinessProbe) return
  checkProbe(readinessProbe, `${at}.readinessProbe`, ground)
  const grace = readinessProbe.terminationGracePeriodSeconds
  if (grace === undefined) return
  const why = 'a readiness probe stops nothing: leave it out'
  ground.found.push(invalid(`${at}.readinessProbe.terminationGracePeriodSeconds`, grace, why))
}

function checkProbe(probe: Probe, at: string, ground: Ground): void {
  checkHandler(probe, at, ground)
  const grace = probe.terminationGracePeriodSeconds
  if (grace !== undefined && grace <= 0) {
    ground.found.push(invalid(`${at}.terminationGracePeriodSeconds`, grace, 'must be greater than 0'))
  }
}

export function checkLifecycle({ lifecycle }: Container, at: string, ground: Ground): void {
  if (!lifecycle) return
  if (lifecycle.postStart) checkHandler(lifecycle.postStart, `${at}.lifecycle.postStart`, ground)
  if (lifecycle.preStop) checkHandler(lifecycle.preStop, `${at}.lifecycle.preStop`, ground)
  const { stopSignal } = lifecycle
  if (stopSignal === undefined) return
  const os = ground.spec.os?.name
  const field = `${at}.lifecycle.stopSignal`
  if (!os) ground.found.push(forbidden(field, 'signals depend on the system: set os.name of the pod as well'))
  else if (os === 'windows' && stopSignal !== 'SIGTERM' && stopSignal !== 'SIGKILL') {
    ground.found.push(invalid(field, stopSignal, 'must be SIGTERM or SIGKILL on windows'))
  }
}

/** Exactly one action, and that one sound. */
function checkHandler(handler: Handler, at: string, { spec, found }: Judged): void {
  const [first, ...others] = actions.filter((action) => handler[action])
  for (const action of others) found.push(forbidden(`${at}.${action}`, 'keep one action alone'))
  if (!first) found.push(required(at, 'give an action, as exec or httpGet'))
  else checkAction({ [first]: handler[first] }, at, { spec, found })
}

function checkAction({ exec, httpGet, tcpSocket, sleep }: Handler, at: string, { spec, found }: Judged): void {
  if (exec && !exec.command?.length) found.push(required(`${at}.exec.command`))
  if (httpGet) checkRequest(httpGet, `${at}.httpGet`, found)
  const port = (httpGet ?? tcpSocket)?.port
  if (typeof port === 'string')
    found.push(...invalids(`${at}.${httpGet ? 'httpGet' : 'tcpSocket'}.port`, port, portNameErrors(port)))
  const grace = spec.terminationGracePeriodSeconds
  if (sleep && grace !== undefined && (sleep.seconds < 0 || sleep.seconds > grace)) {
    const why = `must be 0 to ${grace}, the pod's terminationGracePeriodSeconds`
    found.push(invalid(`${at}.sleep`, sleep.seconds, why))
  }
}

function checkRequest({ path, httpHeaders }: NonNullable<Handler['httpGet']>, at: string, found: StatusCause[]): void {
  if (!path) found.push(required(`${at}.path`))
  for (const { name } of httpHeaders ?? []) {
    if (name && headerName.test(name)) continue
    const why = "must be of letters, digits and '-', as X-Header-Name is"
    found.push(invalid(`${at}.httpHeaders`, name ?? '', why))
  }
}
