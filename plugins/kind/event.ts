/** Events of both groups are one object under two sets of names (events.k8s.io renamed some): converting, and what their definitions can't say. */
import { age, type KubeObject } from '../../core/meta/index.js'
import { Event, EventsEvent } from '../../crds/generated/tokens.js'
import { eventErrors } from './rules/event.js'
import { type Cell, kindPlugin } from './typed-plugin.js'

/** Name in the core group, name in events.k8s.io. */
const renames: readonly (readonly [string, string])[] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
  ['reportingComponent', 'reportingController'],
]

/** The core group writes them out though they are empty, events.k8s.io doesn't. */
const leftOut = ['reportingController', 'reportingInstance']

function convert(object: KubeObject, to: { readonly group: string; readonly version: string }): void {
  for (const [core, events] of renames) {
    const [from, name] = to.group ? [core, events] : [events, core]
    if (!(from in object)) continue
    object[name] = object[from]
    delete object[from]
  }
  if (to.group) for (const member of leftOut) if (object[member] === '') delete object[member]
  object.apiVersion = to.group ? `${to.group}/${to.version}` : to.version
}

/** Read in the core group's names, whichever an object has. */
function asCore(object: Event | EventsEvent): Event {
  if (!object.apiVersion?.includes('/')) return object as Event
  const copy = { ...object } as KubeObject
  convert(copy, { group: '', version: 'v1' })
  return copy as unknown as Event
}

const columns: Readonly<Record<string, (object: Event | EventsEvent, now: number) => Cell>> = {
  lastSeen: (object, now) => {
    const event = asCore(object)
    return age(event.series?.lastObservedTime ?? (event.lastTimestamp || firstSeen(event)), now)
  },
  firstSeen: (object, now) => age(firstSeen(asCore(object)), now),
  object: (object) => {
    const { kind = '', name } = asCore(object).involvedObject
    return name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase()
  },
  source: (object) => sourceText(asCore(object)),
  message: (object) => asCore(object).message?.trim() ?? '',
  count: (object) => {
    const event = asCore(object)
    return event.series?.count ?? (event.count || 1)
  },
}

const firstSeen = (event: Event) => event.firstTimestamp || event.eventTime

function sourceText({ source, reportingComponent, reportingInstance }: Event): string {
  const component = source?.component || reportingComponent || ''
  const host = source?.component ? source.host : reportingInstance
  return host ? `${component}, ${host}` : component
}

const sourceField = (object: Event | EventsEvent) => {
  const event = asCore(object)
  return event.source?.component || event.reportingComponent || ''
}

const about = ['kind', 'namespace', 'name', 'uid', 'apiVersion', 'resourceVersion', 'fieldPath'] as const

/** Fields that are selected by events.k8s.io's names; what is stored has the core group's. */
const renamedFields = Object.fromEntries(
  about.map((member) => [`regarding.${member}`, (event: Event) => event.involvedObject?.[member] ?? '']),
)

export const eventKind = kindPlugin(Event, {
  convert,
  validate: eventErrors,
  columns,
  fields: { source: sourceField, reportingController: (event) => event.reportingComponent ?? '', ...renamedFields },
})

export const eventsEventKind = kindPlugin(EventsEvent, { convert, columns })
