/** What the thread for heavy writes runs (core/server/heavy). */
import { parentPort } from 'node:worker_threads'
import { webhookConversion } from '../../plugins/conversion/webhook.js'
import { kindPlugins } from '../../plugins/kind/index.js'
import { systemClock, systemRandom } from '../kit/index.js'
import { serveHeavyWrites } from '../server/heavy/heavy-thread.js'
import { kindTables } from '../server/kind-tables.js'
import { stepBack } from './step-back.js'

stepBack()
serveHeavyWrites({
  port: parentPort!,
  definitions: new URL('../../crds/generated/', import.meta.url),
  kinds: kindPlugins,
  conversions: [webhookConversion({ clock: systemClock, random: systemRandom })],
  tables: kindTables(kindPlugins, systemClock),
  clock: systemClock,
  random: systemRandom,
})
