/** Admission of what plugins answer: connections (exec, proxy) and objects that are created in a subresource and not stored (evictions, bindings, tokens, reviews). */
import type { AdmissionRequest, Passage } from '../admission/contract.js'
import { isTrueParameter, type KubeObject } from '../meta/index.js'
import type { AnswerHeaders } from './write-answer.js'
import type { Errand } from './verbs.js'

export type Begin = (request: AdmissionRequest) => Passage | undefined

/** What is begun, where a plugin of admission cares; undefined: nothing is asked (reads of logs are never). */
export function beginPluginAdmission(
  errand: Errand & { readonly head: AnswerHeaders },
  asked: Pick<AdmissionRequest, 'object' | 'dryRun' | 'options'>,
  begin: Begin,
): Passage | undefined {
  const { route, target, writer, request } = errand
  const { definition, version } = target.resource
  const connects = target.subresource?.connect === true
  if (!connects && request.method !== 'POST') return undefined
  const object = connects ? connectOptions(errand) : asked.object
  return begin({
    operation: connects ? 'CONNECT' : 'CREATE',
    group: definition.group,
    version: version.name,
    askedGroup: definition.group,
    askedVersion: version.name,
    plural: definition.names.plural,
    kind: target.subresource?.kind ?? definition.names.kind,
    subresource: target.subresource?.name ?? '',
    namespace: target.namespace,
    name: route.name || asked.object?.metadata.name || '',
    user: writer.user,
    dryRun: asked.dryRun,
    options: asked.options,
    object,
    oldObject: undefined,
    warn: (message) => void writer.warnings.push(message),
  })
}

const isFolder = (url: string): boolean => /^[^?]*\/(\?|$)/.test(url)

const truths = ['stdin', 'stdout', 'stderr', 'tty']

/** The options that a connection's query stands for, in the kind that its subresource names. */
function connectOptions({ target, query, route, request }: Errand): KubeObject {
  const { kind = '', group = '', version = 'v1', path } = target.subresource ?? {}
  const options: Record<string, unknown> = { kind, apiVersion: group ? `${group}/${version}` : version }
  if (path) {
    const rest = route.rest && `/${route.rest.replace(/^\//, '')}`
    const shown = rest || (isFolder(request.url) ? '/' : '')
    return (shown ? { ...options, path: shown } : options) as KubeObject
  }
  for (const name of truths) if (query.has(name)) options[name] = isTrueParameter(query.get(name))
  const container = query.get('container')
  if (container) options['container'] = container
  const command = query.getAll('command')
  if (command.length > 0) options['command'] = command
  const ports = query.getAll('ports').flatMap((text) => text.split(','))
  if (ports.length > 0) options['ports'] = ports.filter((port) => port !== '').map(Number)
  return options as KubeObject
}
