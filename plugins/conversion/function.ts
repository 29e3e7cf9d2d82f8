/** Conversion by a function of an installed package, which a definition with strategy None names in an annotation. */
import { type Clock, readJson, ThreadOnDemand, writeJson } from '../../core/kit/index.js'
import { type KubeObject, type StatusError, unexplained } from '../../core/meta/index.js'
import type { ConversionPlugin, ConversionSettings } from '../../core/registry/contract.js'
import { restored } from './review.js'
import type { FunctionAnswer, FunctionCall } from './run-functions.js'

/** Its value is `PACKAGE/EXPORT`. */
const annotation = 'operon.dev/conversion-function'

/** Objects handed over in one call. */
const mostInCall = 500

const deadlineMs = 10_000
const idleMs = 60_000
/** What a package's thread may hold. */
const mostMegabytes = 256

type PackageThread = ThreadOnDemand<FunctionCall, FunctionAnswer>

/** A package that exports functions which convert. */
export interface ConvertingPackage {
  readonly name: string
  /** The file that exports them. */
  readonly module: URL
}

export interface FunctionConversionOptions {
  readonly clock: Clock
  readonly packages: readonly ConvertingPackage[]
  /** What a thread runs: a file that calls `runFunctions`. */
  readonly thread: URL
  /** What a call of up to 500 objects may take. */
  readonly deadlineMs?: number
}

/** The function is called as `convert(object, apiVersion)` and answers the object's members in that version, or a promise of them; its own object it may change. Errors are a 500 that names the kind. */
export function functionConversion(options: FunctionConversionOptions): ConversionPlugin {
  const { packages, thread, ...rest } = options
  const about = { deadlineMs, idleMs, mostMegabytes, ...rest, module: thread }
  const threadOf = (module: URL): PackageThread => new ThreadOnDemand({ ...about, data: { module: module.href } })
  const threads = new Map(packages.map(({ name, module }) => [name, threadOf(module)] as const))
  return {
    annotation,
    open: (settings) => ({
      async convert(objects, apiVersion) {
        const named = `${settings.conversion}`
        try {
          const converted: KubeObject[] = []
          for (let at = 0; at < objects.length; at += mostInCall)
            converted.push(...(await call(threads, named, { objects: objects.slice(at, at + mostInCall), apiVersion })))
          return converted
        } catch (error) {
          throw failure(settings, { named, apiVersion, error })
        }
      },
    }),
  }
}

async function call(
  threads: ReadonlyMap<string, PackageThread>,
  named: string,
  { objects, apiVersion }: { readonly objects: readonly KubeObject[]; readonly apiVersion: string },
): Promise<readonly KubeObject[]> {
  const [name, exported] = splitLast(named)
  const thread = threads.get(name)
  if (!thread) throw new Error(`no package "${name}" is installed: name its folder in --packages`)
  const answer = await thread.ask({ function: exported, apiVersion, objects: writeJson(objects) })
  if ('error' in answer) throw new Error(answer.error)
  const converted = readJson(answer.objects) as readonly unknown[]
  return converted.map((each, at) => restored(objects[at]!, each, { at, apiVersion }))
}

/** Names of packages may hold a slash: `@example/crontabs`. */
function splitLast(named: string): readonly [string, string] {
  const at = named.lastIndexOf('/')
  return [named.slice(0, at), named.slice(at + 1)]
}

function failure(
  { group, kind }: ConversionSettings,
  { named, apiVersion, error }: { readonly named: string; readonly apiVersion: string; readonly error: unknown },
): StatusError {
  const why = error instanceof Error ? error.message : String(error)
  const message = `conversion of ${group}, Kind=${kind} to ${apiVersion} by the function ${named} failed: ${why}`
  return unexplained(message)
}
