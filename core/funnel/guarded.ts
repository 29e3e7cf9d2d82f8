/** Reads and writes of plugins: requests through the same funnel as everybody's, under the plugin's own identity. */
import { readJson, writeJson } from '../kit/index.js'
import type { User } from '../auth/index.js'
import { badRequest, type KubeObject, type Status, StatusError } from '../meta/index.js'
import type { Guarded, Registry, Resource, Target } from '../registry/index.js'
import { type Funnel, type FunnelResponse, isStream, wholeBody } from './contract.js'

export interface GuardedOptions {
  /** Looked up at each call: the funnel is made after the plugins that need it. */
  readonly funnel: () => Funnel
  readonly registry: Registry
  readonly user: User
}

/** Tries of an update that loses the race, before its Conflict is passed on. */
const mostTries = 20

export function guardedBy(options: GuardedOptions): Guarded {
  const path = (groupPlural: string, namespace: string, name?: string) =>
    pathOf(options.registry, groupPlural, { namespace, name })
  const send = (method: string, url: string, body?: unknown) => exchange(options, { method, url, body })
  const guarded: Guarded = {
    get: (groupPlural, namespace, name) => send('GET', path(groupPlural, namespace, name)),
    async list(groupPlural, namespace, labelSelector) {
      const query = new URLSearchParams({ labelSelector })
      const found = await send('GET', `${path(groupPlural, namespace)}?${query}`)
      return found['items'] as KubeObject[]
    },
    create: (groupPlural, namespace, object, asked) =>
      createStraight(options, { groupPlural, namespace }, { object, dryRun: asked?.dryRun ?? false }),
    async update(groupPlural, namespace, name, change, asked) {
      if (asked?.subresource && (asked.subresource !== 'status' || asked.admitted)) {
        const { subresource, dryRun = false, admitted } = asked
        return updateThrough(options, { groupPlural, namespace, name, subresource }, { change, dryRun, admitted })
      }
      const url = path(groupPlural, namespace, name)
      for (let tries = 1; ; tries++) {
        const object = await send('GET', url)
        change(object)
        try {
          const rest = `${asked?.subresource ? `/${asked.subresource}` : ''}${asked?.dryRun ? '?dryRun=All' : ''}`
          await send('PUT', url + rest, object)
          return
        } catch (error) {
          if (!isStale(error) || tries >= mostTries) throw error
        }
      }
    },
    async delete(groupPlural, namespace, name, asked) {
      const { gracePeriodSeconds, dryRun, uid, admitted } = asked ?? {}
      if (admitted)
        return deleteStraight(options, { groupPlural, namespace, name }, { gracePeriodSeconds, dryRun, uid })
      const body = {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        gracePeriodSeconds,
        ...(dryRun ? { dryRun: ['All'] } : {}),
        ...(uid ? { preconditions: { uid } } : {}),
      }
      await send('DELETE', path(groupPlural, namespace, name), body)
    },
  }
  return guarded
}

/**
 * A write of a plugin through its own subresource, straight to the registry: the request that it answers has been authorized for that subresource.
 * Spec and status may change in one write; admission sees the subresource's name.
 */
async function updateThrough(
  { registry, user }: GuardedOptions,
  place: {
    readonly groupPlural: string
    readonly namespace: string
    readonly name: string
    readonly subresource: string
  },
  wanted: {
    readonly change: (object: KubeObject) => void
    readonly dryRun: boolean
    readonly admitted: boolean | undefined
  },
): Promise<void> {
  const { definition, version } = served(registry, place.groupPlural)
  const { namespace, name } = place
  const whole: Target = { resource: { definition, version }, namespace, name }
  const subresource = version.subresources.find((one) => one.name === place.subresource)
  if (!subresource) throw badRequest(`${place.groupPlural} has no subresource ${place.subresource}`)
  const fieldManager = user.username
  const { dryRun, admitted } = wanted
  const asked = { user, dryRun, fieldManager, fieldValidation: 'Ignore', admitted } as const
  const context = { ...asked, generation: 'stands', warn() {} } as const
  await registry.modify({ ...whole, subresource }, wanted.change, context)
}

/** Straight to the registry, admission and all: whoever may do everything need not be asked, and the object needs no bytes (a third of a create's cost). */
async function createStraight(
  { registry, user }: GuardedOptions,
  { groupPlural, namespace }: { readonly groupPlural: string; readonly namespace: string },
  { object, dryRun }: { readonly object: KubeObject; readonly dryRun: boolean },
): Promise<KubeObject> {
  const { definition, version } = served(registry, groupPlural)
  const place = definition.namespaced ? namespace : ''
  const target: Target = { resource: { definition, version }, namespace: place, name: '' }
  const context = { user, dryRun, fieldManager: user.username, fieldValidation: 'Ignore', warn() {} } as const
  const answer = await registry.create(target, structuredClone(object), context)
  return 'object' in answer ? answer.object : answer.record.object()
}

/** Straight to the registry, for a request that has been admitted. */
async function deleteStraight(
  { registry, user }: GuardedOptions,
  place: { readonly groupPlural: string; readonly namespace: string; readonly name: string },
  asked: { readonly gracePeriodSeconds?: number; readonly dryRun?: boolean; readonly uid?: string },
): Promise<void> {
  const { gracePeriodSeconds, dryRun = false, uid } = asked
  const target: Target = { resource: served(registry, place.groupPlural), namespace: place.namespace, name: place.name }
  const how = { user, dryRun, fieldManager: user.username, fieldValidation: 'Ignore', admitted: true } as const
  const options = {
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    ...(uid ? { preconditions: { uid } } : {}),
  }
  await registry.delete(target, options, { ...how, warn() {} })
}

function isStale(error: unknown): boolean {
  return error instanceof StatusError && error.reason === 'Conflict'
}

/** The path of a resource named as `group/plural` (`/pods` or `pods` for the core group), at its first served version. */
function pathOf(
  registry: Registry,
  groupPlural: string,
  place: { readonly namespace: string; readonly name: string | undefined },
): string {
  const { definition, version } = served(registry, groupPlural)
  const { group } = definition
  const { plural } = definition.names
  const root = group === '' ? `/api/${version.name}` : `/apis/${group}/${version.name}`
  const inNamespace =
    definition.namespaced && place.namespace !== '' ? `/namespaces/${encodeURIComponent(place.namespace)}` : ''
  return `${root}${inNamespace}/${plural}${place.name === undefined ? '' : `/${encodeURIComponent(place.name)}`}`
}

function served(registry: Registry, groupPlural: string): Resource {
  const slash = groupPlural.indexOf('/')
  const group = slash < 0 ? '' : groupPlural.slice(0, slash)
  const plural = groupPlural.slice(slash + 1)
  const definition = registry
    .definitions()
    .find((candidate) => candidate.group === group && candidate.names.plural === plural)
  const version = definition?.versions.find((candidate) => candidate.served)
  if (!definition || !version) throw badRequest(`no resource ${groupPlural} is served`)
  return { definition, version }
}

async function exchange(
  options: GuardedOptions,
  call: { readonly method: string; readonly url: string; readonly body: unknown },
): Promise<KubeObject> {
  const bytes = call.body === undefined ? new Uint8Array() : Buffer.from(writeJson(call.body))
  const response = await options.funnel()({
    sender: { user: options.user },
    method: call.method,
    url: call.url,
    headers: { 'user-agent': `${options.user.username}/operon` },
    body: async () => bytes,
    signal: neverAborted,
  })
  const object = readJson(textOf(response.body)) as KubeObject
  if (response.status >= 300) throw new StatusError(object as unknown as Status)
  return object
}

const neverAborted = new AbortController().signal

function textOf(body: FunnelResponse['body']): string {
  return isStream(body) ? 'null' : Buffer.from(wholeBody(body)).toString('utf8')
}
