/** `operon server`: the API alone, until a signal. */
import { exportLine } from './export-line.js'
import { lineProgress } from './progress.js'
import type { Configuration } from './settings.js'
import { startApi, type World } from './start-api.js'
import { untilSignal } from './signals.js'

export async function serve(configuration: Configuration, world: World, startMs: number): Promise<number> {
  const progress = lineProgress({ clock: world.clock, startMs, write: (text) => process.stdout.write(text) })
  const api = await startApi(configuration, world, { names: [], unanswered: () => false })
  progress.step(`API ready at ${api.address}`)
  progress.say(`\n  ${exportLine(api.kubeconfig)}\n`)
  await untilSignal()
  progress.say('Stopping ...')
  await api.server.close()
  return 0
}
