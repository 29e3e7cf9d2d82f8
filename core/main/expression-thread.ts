/** What the thread for costly expressions runs (core/server/far-expressions.ts). */
import { parentPort } from 'node:worker_threads'
import { readJson, writeJson } from '../kit/index.js'
import { evaluateFar, type FarExpression } from '../schema/index.js'
import { stepBack } from './step-back.js'

stepBack()
parentPort!.on('message', (asked: string) =>
  parentPort!.postMessage(writeJson(evaluateFar(readJson(asked) as FarExpression))),
)
