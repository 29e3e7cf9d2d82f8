/** The thread for heavy writes as it is, but that it fails at requests which say so in `fieldManager`: `exits` ends it, `fills` uses up its memory, `exits-late` ends it when the write has been committed. */
import { parentPort } from 'node:worker_threads'
import '../../core/main/heavy-thread.js'

interface Heard {
  readonly job?: { readonly url: string }
  readonly value?: { readonly result?: string }
}

let endsLate = false

parentPort!.on('message', ({ job, value }: Heard) => {
  const wish = job && new URL(job.url, 'https://x').searchParams.get('fieldManager')
  if (wish === 'exits') process.exit(1)
  if (wish === 'exits-late') endsLate = true
  if (endsLate && value?.result === 'committed') process.exit(1)
  if (wish === 'fills') for (const kept: unknown[] = []; ; ) kept.push(new Array(100_000).fill(kept.length))
})
