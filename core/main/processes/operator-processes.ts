/** Where the operators of `operon up` run: all in one process, but for those that were caught spinning twice, each of which has one of its own. */
import type { OperatorsConfiguration } from '../children/operators-work.js'
import type { StackFrame } from './stack-probe.js'
import { type ChildPlan, SupervisedChild, type Supervision } from './supervised-child.js'

/** So often an operator may stop the others before it must go. */
const pardons = 1

/** Invariant: each operator runs in one process at most; the one of all others is ended before one of its own is started. */
export class OperatorProcesses {
  readonly #settings: OperatorsConfiguration
  readonly #plan: Pick<ChildPlan, 'module' | 'nodeFlags' | 'connect'>
  readonly #with: Supervision
  readonly #caught = new Map<string, number>()
  /** Names and processes of those that run by themselves. */
  readonly #alone = new Map<string, SupervisedChild>()
  readonly #together: SupervisedChild
  #stopping = false

  constructor(
    settings: OperatorsConfiguration,
    plan: Pick<ChildPlan, 'module' | 'nodeFlags' | 'connect'>,
    supervision: Supervision,
  ) {
    this.#settings = settings
    this.#plan = plan
    this.#with = supervision
    this.#together = new SupervisedChild(
      {
        ...plan,
        name: 'operators',
        configuration: () => ({ ...settings, without: [...this.#alone.keys()] }) satisfies OperatorsConfiguration,
        onStuck: (stack) => this.#judge(stack),
      },
      supervision,
    )
  }

  get ready(): Promise<void> {
    return this.#together.ready
  }

  /** What keeps the operators from their work; '' for nothing. */
  get fault(): string {
    return [this.#together, ...this.#alone.values()].map(({ fault }) => fault).find(Boolean) ?? ''
  }

  /** The names of the operators that have a process of their own. */
  get alone(): readonly string[] {
    return [...this.#alone.keys()].sort()
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await Promise.all([this.#together, ...this.#alone.values()].map((child) => child.stop()))
  }

  #judge(stack: readonly StackFrame[]): void {
    const name = operatorOf(stack)
    if (name === undefined || this.#stopping) return
    const times = (this.#caught.get(name) ?? 0) + 1
    this.#caught.set(name, times)
    const { log } = this.#with
    if (times <= pardons) {
      log.error(`operator ${name} spun and stopped the others with it: once more, and it gets a process of its own`)
      return
    }
    log.error(`operator ${name} spun again: it gets a process of its own, and the others go on without it`)
    const configuration = { ...this.#settings, alone: name } satisfies OperatorsConfiguration
    const plan = { ...this.#plan, name: `operator ${name}`, configuration: () => configuration }
    this.#alone.set(name, new SupervisedChild(plan, this.#with))
  }
}

/** The innermost operator on the stack. Compiled files stand in `operators/<name>/`. */
export function operatorOf(stack: readonly StackFrame[]): string | undefined {
  for (const { url } of stack) {
    const name = /\/dist\/operators\/([^/]+)\//.exec(url)?.[1]
    if (name !== undefined && name !== 'kit') return name
  }
  return undefined
}
