/** A thread for heavy writes that ends at the first one, as one does that has used up its memory. */
import { parentPort } from 'node:worker_threads'

parentPort!.once('message', () => process.exit(1))
