/** Parameters of operations: what may stand in a path and a query. */
import type { Operation } from './operations.js'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly type: 'string' | 'integer' | 'boolean'
  readonly required: boolean
  readonly description: string
}

const query = (name: string, type: Parameter['type'], description: string): Parameter => ({
  name,
  in: 'query',
  type,
  required: false,
  description,
})

const path = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  type: 'string',
  required: true,
  description,
})

const inPath: Readonly<Record<string, Parameter>> = {
  name: path('name', 'Name of the object.'),
  namespace: path('namespace', 'Namespace that the object is in.'),
  path: path('path', 'What follows in the path of the request that is passed on.'),
}

const pretty = query('pretty', 'string', 'Writes the answer for people when it is "true".')
const dryRun = query('dryRun', 'string', '"All": everything is done but the writing.')
const fieldManager = query('fieldManager', 'string', 'In whose name the changed fields are recorded.')
const fieldValidation = query('fieldValidation', 'string', 'What unknown fields lead to: Ignore, Warn or Strict.')
const force = query('force', 'boolean', 'An apply takes over fields that others own.')

const selecting: readonly Parameter[] = [
  query('continue', 'string', 'Goes on where an answer with a limit has ended.'),
  query('fieldSelector', 'string', 'Only objects with these values in their fields.'),
  query('labelSelector', 'string', 'Only objects with these labels.'),
  query('limit', 'integer', 'At most so many objects.'),
  query('resourceVersion', 'string', 'The revision that the answer is about.'),
  query('resourceVersionMatch', 'string', 'How the revision is meant: Exact or NotOlderThan.'),
  query('shardSelector', 'string', 'Only objects of these shards, where the server divides them.'),
  query('sendInitialEvents', 'boolean', 'A watch begins with what is there.'),
  query('timeoutSeconds', 'integer', 'The longest the request may take.'),
]

const listing: readonly Parameter[] = [
  query('allowWatchBookmarks', 'boolean', 'A watch may send events that only tell the revision.'),
  ...selecting,
  query('watch', 'boolean', 'Sends changes as they happen instead of a list.'),
]

const deleting: readonly Parameter[] = [
  dryRun,
  query('ignoreStoreReadErrorWithClusterBreakingPotential', 'boolean', 'Deletes what can not be read, as it is.'),
  query('gracePeriodSeconds', 'integer', 'Time the object has to end by itself.'),
  query('orphanDependents', 'boolean', 'Older name of propagationPolicy.'),
  query('propagationPolicy', 'string', 'What becomes of dependents: Orphan, Background or Foreground.'),
]

const container = query('container', 'string', 'Which container; the only one where there is one.')
const ends: readonly Parameter[] = [
  container,
  query('stderr', 'boolean', 'Sends what it writes to its standard error.'),
  query('stdin', 'boolean', 'Passes on what the client sends to its standard input.'),
  query('stdout', 'boolean', 'Sends what it writes to its standard output.'),
  query('tty', 'boolean', 'Gives it a terminal.'),
]

/** By the names of subresources that stream. */
const ofStreams: Readonly<Record<string, readonly Parameter[]>> = {
  exec: [query('command', 'string', 'What is executed; once for each argument.'), ...ends],
  attach: ends,
  portforward: [query('ports', 'integer', 'Ports to reach.')],
  proxy: [query('path', 'string', 'Where the request is passed on to.')],
  log: [
    pretty,
    container,
    query('follow', 'boolean', 'Goes on while the container writes.'),
    query('insecureSkipTLSVerifyBackend', 'boolean', 'Takes the certificate of the node as it is.'),
    query('limitBytes', 'integer', 'At most so many bytes.'),
    query('previous', 'boolean', 'Of the container that ran before.'),
    query('sinceSeconds', 'integer', 'Not older than so many seconds.'),
    query('stream', 'string', 'All, Stdout or Stderr.'),
    query('tailLines', 'integer', 'Only so many lines at the end.'),
    query('timestamps', 'boolean', 'Begins each line with its time.'),
  ],
}

/** Those in the path come first, in its order. */
export function parametersOf({ path: template, action, subresource, resource }: Operation): readonly Parameter[] {
  const named = [...template.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => inPath[name ?? ''] ?? [])
  return [...named, ...((subresource && ofStreams[subresource.name]) ?? queryOf(action, resource.definition.builtIn))]
}

const readAt = query('resourceVersion', 'string', 'The revision that the answer is about.')

function queryOf(action: Operation['action'], isBuiltIn: boolean): readonly Parameter[] {
  switch (action) {
    case 'list':
    case 'watch':
    case 'watchlist':
      return [pretty, ...listing]
    case 'deletecollection':
      return isBuiltIn ? [pretty, ...deleting, ...selecting] : [pretty, ...listing]
    case 'delete':
      return [pretty, ...deleting]
    case 'post':
    case 'put':
      return [pretty, dryRun, fieldManager, fieldValidation]
    case 'patch':
      return [pretty, dryRun, fieldManager, fieldValidation, force]
    case 'get':
      return isBuiltIn ? [pretty] : [pretty, readAt]
    case 'connect':
      return []
  }
}
