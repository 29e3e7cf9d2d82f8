/** What the thread of a package's functions runs: one call after the other, each with its objects as JSON and with the same back. */
import type { MessagePort } from 'node:worker_threads'
import { readJson, writeJson } from '../../core/kit/index.js'
import type { KubeObject } from '../../core/meta/index.js'

/** A question to the thread. */
export interface FunctionCall {
  /** Name of the export. */
  readonly function: string
  readonly apiVersion: string
  /** JSON of a list of objects. */
  readonly objects: string
}

/** JSON of the converted objects, in the same order; or what went wrong. */
export type FunctionAnswer = { readonly objects: string } | { readonly error: string }

/** `module`: address of the file that exports the functions. */
export function runFunctions(port: MessagePort, module: string): void {
  port.on('message', (call: FunctionCall) => {
    answered(module, call).then(
      (objects) => port.postMessage({ objects } satisfies FunctionAnswer),
      (error: unknown) =>
        port.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies FunctionAnswer),
    )
  })
}

async function answered(module: string, { function: name, apiVersion, objects }: FunctionCall): Promise<string> {
  const exported = (await import(module)) as Record<string, unknown>
  const convert = Object.hasOwn(exported, name) ? exported[name] : undefined
  if (typeof convert !== 'function') throw new Error(`${module} exports no function "${name}"`)
  const converted: unknown[] = []
  for (const object of readJson(objects) as KubeObject[]) {
    const { name } = object.metadata
    const answer: unknown = await convert(object, apiVersion)
    if (typeof answer !== 'object' || answer === null) throw new Error(`it returned no object for ${writeJson(name)}`)
    converted.push({ ...answer, apiVersion })
  }
  return writeJson(converted)
}
