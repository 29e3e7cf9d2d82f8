/** The operators that --operators asks for. */
import type { Configuration } from './settings.js'
import { UsageError } from './usage-error.js'

/** Names given by --operators, checked; undefined for all. Operators are loaded only when some are named: that takes 85 ms. */
export async function chosenNames(configuration: Configuration): Promise<readonly string[] | undefined> {
  const names = configuration
    .text('operators')
    ?.split(',')
    .map((name) => name.trim())
  if (!names) return undefined
  const { operators } = await import('../../operators/index.js')
  const stray = names.find((name) => !operators.some((operator) => operator.name === name))
  if (stray !== undefined)
    throw new UsageError(`there is no operator "${stray}"; there are ${operators.map(({ name }) => name).join(', ')}`)
  return names
}
