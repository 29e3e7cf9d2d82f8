/** Where services get addresses and node ports from, as the settings say. */
import { serviceRanges } from '../../plugins/admission/api-service.js'
import type { Configuration } from './settings.js'
import { UsageError } from './usage-error.js'

export interface ServiceSettings {
  readonly range: string
  readonly nodePorts: readonly [number, number]
  readonly apiPort: number
  /** The address of the API's own service. */
  readonly apiAddress: string
}

/** Throws UsageError for a range that is none. */
export function serviceSettings(configuration: Configuration): ServiceSettings {
  const range = configuration.text('service-cluster-ip-range') ?? ''
  const ports = configuration.text('service-node-port-range') ?? ''
  const [, first = 0, last = 0] = (/^(\d+)-(\d+)$/.exec(ports) ?? []).map(Number)
  if (first < 1 || last > 65_535 || first > last) {
    throw new UsageError(`--service-node-port-range must be two ports such as 30000-32767, not "${ports}"`)
  }
  try {
    const apiAddress = serviceRanges(range)[0]?.first ?? ''
    return { range, nodePorts: [first, last], apiPort: configuration.number('port') || 6443, apiAddress }
  } catch (error) {
    throw new UsageError(`--service-cluster-ip-range: ${(error as Error).message}`)
  }
}
