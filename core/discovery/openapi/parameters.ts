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
  query('gracePeriodSeconds', 'integer', 'Time the object has to end by itself.'),
  query('orphanDependents', 'boolean', 'Older name of propagationPolicy.'),
  query('propagationPolicy', 'string', 'What becomes of dependents: Orphan, Background or Foreground.'),
]

/** Those in the path come first, in its order. */
export function parametersOf({ path: template, action }: Operation): readonly Parameter[] {
  const named = [...template.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => inPath[name ?? ''] ?? [])
  return [...named, ...queryOf(action)]
}

function queryOf(action: Operation['action']): readonly Parameter[] {
  switch (action) {
    case 'list':
      return [pretty, ...listing]
    case 'deletecollection':
      return [pretty, ...deleting, ...selecting]
    case 'delete':
      return [pretty, ...deleting]
    case 'post':
    case 'put':
      return [pretty, dryRun, fieldManager, fieldValidation]
    case 'patch':
      return [pretty, dryRun, fieldManager, fieldValidation, force]
    case 'get':
      return [pretty]
    case 'connect':
      return []
  }
}
