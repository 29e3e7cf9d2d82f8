/** The operators process: every operator but the kubelet, each under its own identity. */
import { fakeNodes } from '../../../operators/fake-nodes/index.js'
import { operators } from '../../../operators/index.js'
import { Client } from '../../client/index.js'
import type { LogLevel } from '../../kit/index.js'
import type { Operator } from '../../operator.js'
import { ensurePermissions, Manager } from '../../runtime/index.js'
import { runChild } from './child.js'

export interface OperatorsConfiguration {
  readonly logLevel: LogLevel
  /** Undefined: all. */
  readonly only?: readonly string[]
  readonly fakeNodes: number
}

await runChild<OperatorsConfiguration>(async (configuration, world) => {
  const { port, clock, random, log, signal } = world
  const chosen = chosenOperators(configuration)
  const installer = new Client(port.transport(), { userAgent: 'operon' })
  await Promise.all(chosen.map((operator) => ensurePermissions(installer, operator)))
  const manager = new Manager({
    clientOf: (name) => new Client(port.transport(name), { userAgent: name }),
    clock,
    random,
    log,
  })
  for (const operator of chosen) manager.start(operator)
  world.ready()
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  await manager.close()
})

function chosenOperators({ only, fakeNodes: count }: OperatorsConfiguration): readonly Operator[] {
  const chosen = only ? operators.filter((operator) => only.includes(operator.name)) : operators
  return count > 0 ? [...chosen, fakeNodes({ count })] : chosen
}
