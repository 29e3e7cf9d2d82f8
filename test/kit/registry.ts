/** A registry on the memory driver with the built-in definitions, on virtual time, for tests: the real thing in one process. */
import { createAdmissionChain } from '../../core/admission/index.js'
import type { AdmissionPlugin } from '../../core/admission/index.js'
import { seededRandom, silentLog, VirtualClock } from '../../core/kit/index.js'
import { type KubeObject, StatusError } from '../../core/meta/index.js'
import {
  type Answer,
  createRegistry,
  type KindPlugin,
  type OwnedRegistry,
  type Target,
  type WriteContext,
} from '../../core/registry/index.js'
import { AdmissionExpressions, type Definition, loadBuiltIns } from '../../core/schema/index.js'
import { CommitLog } from '../../core/watch/index.js'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'

export interface Bench {
  readonly registry: OwnedRegistry
  readonly storage: MemoryStorage
  readonly clock: VirtualClock
  readonly warnings: string[]
  /** Another registry and watch log over the same storage. */
  restart(): Bench
  target(
    resource: string,
    name?: string,
    place?: { readonly namespace?: string; readonly subresource?: string },
  ): Target
  context(given?: Partial<WriteContext>): WriteContext
  create(resource: string, object: object, given?: Partial<WriteContext>): Promise<KubeObject>
  get(resource: string, name: string, namespace?: string): Promise<KubeObject>
}

export interface BenchOptions {
  readonly kinds?: readonly KindPlugin[]
  readonly admission?: readonly AdmissionPlugin[]
  readonly definitions?: readonly Definition[]
  readonly unanswered?: (group: string, plural: string) => boolean
}

const generated = new URL('../../crds/generated/', import.meta.url)
let loaded: readonly Definition[] | undefined

/** The built-in definitions, read once a process. */
export function builtIns(): readonly Definition[] {
  loaded ??= loadBuiltIns(generated).definitions
  return loaded
}

/** Has the namespaces `default` and `other`. */
export async function registryBench(options: BenchOptions = {}): Promise<Bench> {
  const bench = openBench(options, { clock: new VirtualClock(), storage: new MemoryStorage() })
  for (const name of ['default', 'other']) {
    await bench.create('namespaces', { metadata: { name }, spec: { finalizers: ['kubernetes'] } })
  }
  return bench
}

function openBench(
  options: BenchOptions,
  kept: { readonly clock: VirtualClock; readonly storage: MemoryStorage },
): Bench {
  const { clock, storage } = kept
  const admissionContext = {
    now: () => clock.now(),
    view: missing('views'),
    get guarded(): never {
      return missing('guarded writes')()
    },
    get versions() {
      return registry.versions
    },
    get kinds() {
      return registry.kinds
    },
    authorize: missing('authorizers'),
    expressions: () => new AdmissionExpressions(),
  }
  const registry: OwnedRegistry = createRegistry({
    storage,
    log: new CommitLog(storage),
    clock,
    definitions: options.definitions ?? builtIns(),
    kinds: options.kinds ?? [],
    admission: createAdmissionChain(options.admission ?? [], admissionContext, missing('error listeners')),
    random: seededRandom(1),
    messages: silentLog,
    unanswered: options.unanswered ?? (() => false),
  })
  return benchOver({ registry, storage, clock, restart: () => openBench(options, kept) })
}

function benchOver(parts: Pick<Bench, 'registry' | 'storage' | 'clock' | 'restart'>): Bench {
  const { registry } = parts
  const warnings: string[] = []
  const target: Bench['target'] = (resource, name = '', place = {}) => targetOf(registry, resource, { name, ...place })
  const context = (given: Partial<WriteContext> = {}): WriteContext => ({
    user: { username: 'tester', groups: [] },
    dryRun: false,
    fieldManager: 'test',
    fieldValidation: 'Warn',
    warn: (message) => void warnings.push(message),
    ...given,
  })
  return {
    ...parts,
    warnings,
    target,
    context,
    async create(resource, object, given) {
      const { metadata } = object as { metadata?: { namespace?: string } }
      const at = target(resource, '', metadata?.namespace === undefined ? {} : { namespace: metadata.namespace })
      return read(await registry.create(at, structuredClone(object) as KubeObject, context(given)))
    },
    async get(resource, name, namespace) {
      return read(await registry.get(target(resource, name, namespace === undefined ? {} : { namespace })))
    },
  }
}

/** `configmaps`, `deployments.apps`, `horizontalpodautoscalers.autoscaling/v1` (the preferred version when none is named). */
function targetOf(
  registry: OwnedRegistry,
  resource: string,
  at: { readonly name: string; readonly namespace?: string; readonly subresource?: string },
): Target {
  const [path = '', asked] = resource.split('/')
  const dot = path.indexOf('.')
  const plural = dot < 0 ? path : path.slice(0, dot)
  const group = dot < 0 ? '' : path.slice(dot + 1)
  const definition = registry.definitions().find((each) => each.group === group && each.names.plural === plural)
  const found = registry.find(group, asked ?? definition?.versions[0]?.name ?? '', plural)
  if (!found) throw new Error(`no resource ${resource}`)
  const namespace = found.definition.namespaced ? (at.namespace ?? 'default') : ''
  const subresource = found.version.subresources.find((each) => each.name === at.subresource)
  if (at.subresource && !subresource) throw new Error(`${resource} has no ${at.subresource}`)
  return { resource: found, namespace, name: at.name, ...(subresource ? { subresource } : {}) }
}

/** A copy of what an answer shows. */
export function read(answer: Answer): KubeObject {
  return 'record' in answer
    ? (JSON.parse(Buffer.from(answer.record.bytes()).toString()) as KubeObject)
    : structuredClone(answer.object)
}

/** The StatusError that the promise ends with. */
export async function refusal(promise: Promise<unknown>): Promise<StatusError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof StatusError) return error
    throw error
  }
  throw new Error('was not refused')
}

function missing(what: string): () => never {
  return () => {
    throw new Error(`this bench has no ${what}`)
  }
}
