/** A process that writes to an LMDB store as fast as it can and says each answered write on its standard output, until it is killed. Usage: node writer-process.js FOLDER ROUND */
import { writeSync } from 'node:fs'
import { openLmdbStorage } from '../../plugins/storage/lmdb/index.js'

const [folder = '', round = '0'] = process.argv.slice(2)
const writers = 16
const keysPerWriter = 6
const historyKept = 300

/** Every other round the file is opened anew all the time, as it is now and then under load. */
const mappedBytes = Number(round) % 2 === 0 ? 0 : 16_000_000
const storage = await openLmdbStorage({ folder, cacheBytes: 50_000, mappedBytes })
writeSync(1, `opened ${storage.revision()}\n`)
await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))

/** Each answered write is a line `REVISION KEY TEXT`, a deletion one without text. */
async function write(writer: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const key = `core/things/${writer}/${turn % keysPerWriter}`
    const present = await storage.get(key)
    const text = present && turn % 7 === 3 ? '' : `${round}-${turn}-${'x'.repeat((writer * 131 + turn * 17) % 3000)}`
    const value = text === '' ? undefined : { bytes: Buffer.from(text), splice: 0, stamp: 1 }
    const outcome = await storage.commit({ key, expect: present?.revision ?? 'absent', value })
    if (outcome.result !== 'committed') throw new Error(`nobody else writes ${key}`)
    writeSync(1, `${outcome.revision} ${key} ${text}\n`)
    if (writer === 0 && turn % 10 === 9) void storage.compact(outcome.revision - historyKept)
  }
}
