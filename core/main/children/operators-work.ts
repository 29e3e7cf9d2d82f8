/** What runs operators, in a child of `operon up` or against any API server. */
import { certificate, type SigningAuthority } from '../../../operators/certificate/index.js'
import { fakeNodes } from '../../../operators/fake-nodes/index.js'
import { operators } from '../../../operators/index.js'
import type { Client } from '../../client/index.js'
import { type Clock, type Log, type LogLevel, type Random, untilAborted } from '../../kit/index.js'
import type { Operator } from '../../operator.js'
import { ensurePermissions, Manager } from '../../runtime/index.js'

export interface OperatorsConfiguration {
  readonly logLevel: LogLevel
  /** Undefined: all. */
  readonly only?: readonly string[]
  readonly fakeNodes: number
  /** Signs requests for certificates; left out: nobody does. */
  readonly authority?: SigningAuthority
  /** Of those, all but these: they have processes of their own. */
  readonly without?: readonly string[]
  /** Of those, this one: the others are elsewhere. */
  readonly alone?: string
}

export interface OperatorsWorld {
  /** May grant operators their rights. */
  readonly installer: Client
  /** A client under one operator's identity. */
  readonly clientOf: (name: string) => Client
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly election?: { readonly identity: string }
  ready(): void
  readonly signal: AbortSignal
}

/** Grants each operator what it declares, runs them until the signal, and stops them. */
export async function runOperators(configuration: OperatorsConfiguration, world: OperatorsWorld): Promise<void> {
  const { installer, signal, ready, ...parts } = world
  const chosen = chosenOperators(configuration)
  await Promise.all(chosen.map((operator) => ensurePermissions(installer, operator)))
  const manager = new Manager(parts)
  for (const operator of chosen) manager.start(operator)
  ready()
  await untilAborted(signal)
  await manager.close()
}

/** Not on the list of operators: fake nodes, which are there when some are asked for, and who signs, which needs a key. */
function chosenOperators(configuration: OperatorsConfiguration): readonly Operator[] {
  const { only, fakeNodes: count, authority, without = [], alone } = configuration
  const all = authority ? [...operators, certificate(authority)] : operators
  const listed = only ? all.filter((operator) => only.includes(operator.name)) : all
  const chosen = count > 0 ? [...listed, fakeNodes({ count })] : listed
  return chosen.filter(({ name }) => (alone === undefined ? !without.includes(name) : name === alone))
}
