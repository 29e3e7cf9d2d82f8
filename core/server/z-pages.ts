/** `/flagz` and `/statusz`: how the server was started and what it is, as text for people, or as an object where config.k8s.io's is asked for by name. */
import {
  type AnswerHeaders,
  type FunnelRequest,
  type FunnelResponse,
  headersOf,
  rangesOf,
  valueResponse,
} from '../funnel/index.js'
import type { Clock } from '../kit/index.js'
import { notAcceptable, timestamp } from '../meta/index.js'

export interface ZPage {
  readonly path: string
  answer(request: FunnelRequest, head: AnswerHeaders): Promise<FunnelResponse>
}

export interface ZPageOptions {
  /** The settings that the server was started with, by their names. */
  readonly flags: Readonly<Record<string, string>>
  /** The document at `/version`. */
  readonly version: Readonly<Record<string, string>>
  readonly clock: Clock
}

const group = 'config.k8s.io'
const apiserver = 'apiserver'
const listed = ['/flagz', '/healthz', '/livez', '/metrics', '/readyz', '/statusz', '/version']
const offered = ['application/json', 'application/yaml', 'text/plain']
const forPeople = ['text/plain', 'text/*', '*/*']
const caution = 'For people who look for a fault. Its form changes as it likes: a program asks for config.k8s.io.'

/** Started when this is called. The settings are shown as they are: none of them is a secret. */
export function zPages({ flags, version, clock }: ZPageOptions): readonly ZPage[] {
  const startedMs = clock.now()
  const startedAt = clock.monotonicMs()
  const sorted = Object.fromEntries(Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1)))
  const status = () => ({
    startTime: timestamp(startedMs),
    uptimeSeconds: Math.floor((clock.monotonicMs() - startedAt) / 1000),
    goVersion: version['goVersion'],
    binaryVersion: (version['gitVersion'] ?? '').replace(/^v/, ''),
    emulationVersion: `${version['major']}.${version['minor']}`,
    paths: listed,
  })
  const flagLines = () => Object.entries(sorted).map(([name, value]) => `${name}:${value}`)
  return [
    page('Flagz', { members: () => ({ flags: sorted }), lines: flagLines }),
    page('Statusz', { members: status, lines: () => statusLines(status()) }),
  ]
}

interface Contents {
  readonly members: () => object
  readonly lines: () => readonly string[]
}

function page(kind: 'Flagz' | 'Statusz', { members, lines }: Contents): ZPage {
  const name = kind.toLowerCase()
  return {
    path: `/${name}`,
    answer: async (request, head) => {
      const form = formOf(request.headers['accept'], kind)
      if (!form) throw notAcceptable(offered)
      if (form === 'text') return asText([`${apiserver} ${name}`, caution, '', ...lines()], head)
      const apiVersion = `${group}/${form.version}`
      const value = { kind, apiVersion, metadata: { name: apiserver }, ...members() }
      const isOld = form.version !== 'v1beta1'
      const warnings = isOld
        ? [...head.warnings, `${apiVersion} of ${name} is deprecated: ask for v1beta1`]
        : head.warnings
      const wanted = { encoding: form.encoding, as: '', version: form.version } as const
      const response = await valueResponse(value, wanted, { head: { ...head, warnings }, status: 200 })
      const type = `application/${form.encoding};g=${group};v=${form.version};as=${kind}`
      return { ...response, headers: { ...response.headers, 'content-type': type } }
    },
  }
}

interface Structured {
  readonly encoding: 'json' | 'yaml'
  readonly version: 'v1alpha1' | 'v1beta1'
}

/** The first that is offered, by quality and then by place; text when nothing is asked for. Undefined: none. */
function formOf(accept: string | undefined, kind: string): Structured | 'text' | undefined {
  if (!accept) return 'text'
  for (const { type, named } of rangesOf(accept)) {
    const [g, v, as] = [named.get('g'), named.get('v'), named.get('as')]
    if (forPeople.includes(type) && g === undefined && v === undefined && as === undefined) return 'text'
    const encoding = type === 'application/json' ? 'json' : type === 'application/yaml' ? 'yaml' : undefined
    if (encoding && g === group && as === kind && (v === 'v1beta1' || v === 'v1alpha1')) return { encoding, version: v }
  }
  return undefined
}

function statusLines(status: {
  readonly startTime: string
  readonly uptimeSeconds: number
  readonly goVersion: string | undefined
  readonly binaryVersion: string
  readonly emulationVersion: string
}): readonly string[] {
  const { uptimeSeconds } = status
  const [hours, minutes] = [Math.floor(uptimeSeconds / 3600), Math.floor(uptimeSeconds / 60) % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return [
    `Started:  ${status.startTime}`,
    `Up:  ${hours} hr ${two(minutes)} min ${two(uptimeSeconds % 60)} sec`,
    `Go version:  ${status.goVersion}`,
    `Binary version:  ${status.binaryVersion}`,
    `Emulation version:  ${status.emulationVersion}`,
    `Paths:  ${listed.join(' ')}`,
  ]
}

function asText(lines: readonly string[], head: AnswerHeaders): FunnelResponse {
  const body = Buffer.from(`\n${lines.join('\n')}\n`)
  return { status: 200, headers: headersOf('text/plain; charset=utf-8', body.length, head), body }
}
