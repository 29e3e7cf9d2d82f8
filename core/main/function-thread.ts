/** What the threads of packages' functions run (plugins/conversion). */
import { parentPort, workerData } from 'node:worker_threads'
import { runFunctions } from '../../plugins/conversion/run-functions.js'

runFunctions(parentPort!, (workerData as { readonly module: string }).module)
