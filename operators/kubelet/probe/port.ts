/** The number of a port that a probe or hook names. */
import type { ContainerSpec } from '../shapes/index.js'

/** Throws when the container has no port of that name. */
export function portNumber(port: number | string, spec: ContainerSpec): number {
  if (typeof port === 'number') return port
  const named =
    spec.ports?.find(({ name }) => name === port)?.containerPort ?? (/^\d+$/.test(port) ? Number(port) : undefined)
  if (named === undefined) throw new Error(`couldn't find port "${port}" in container "${spec.name}"`)
  return named
}
