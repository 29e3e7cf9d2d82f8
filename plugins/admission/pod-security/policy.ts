/** What the labels of a namespace ask for: a level and version to enforce, to warn of and to audit. */
import type { StatusCause } from '../../../core/meta/index.js'
import { writeJson } from '../../../core/kit/index.js'
import type { Level, LevelVersion } from './checks.js'

export interface Policy {
  readonly enforce: LevelVersion
  readonly warn: LevelVersion
}

export const labelPrefix = 'pod-security.kubernetes.io/'
const levels: readonly Level[] = ['privileged', 'baseline', 'restricted']

type Labels = Readonly<Record<string, string>>

/** Of labels that can't be read the strictest level is enforced, and nothing warned of. */
export function policyOf(labels: Labels = {}): Policy {
  const enforced = labels[`${labelPrefix}enforce`]
  const enforce = { level: levelOf(enforced, 'restricted'), minor: minorOf(labels[`${labelPrefix}enforce-version`]) }
  const asked = labels[`${labelPrefix}warn`]
  const version = labels[`${labelPrefix}warn-version`]
  const warn = { level: levelOf(asked, 'privileged'), minor: minorOf(version) }
  // Of workloads whose pods will be refused one is warned without asking for it.
  const follows = asked === undefined && enforced !== undefined && isLevel(enforced) && rank(enforce) > rank(warn)
  if (!follows) return { enforce, warn }
  return { enforce, warn: version === undefined ? enforce : { ...warn, level: enforce.level } }
}

export const rank = ({ level }: LevelVersion): number => levels.indexOf(level)

/** `restricted:latest`. */
export const written = ({ level, minor }: LevelVersion): string =>
  `${level}:${minor === Number.POSITIVE_INFINITY ? 'latest' : `v1.${minor}`}`

const isLevel = (text: string): text is Level => (levels as readonly string[]).includes(text)
const versionForm = /^v1\.(0|[1-9][0-9]*)$/

function levelOf(text: string | undefined, unread: Level): Level {
  if (text === undefined) return 'privileged'
  return isLevel(text) ? text : unread
}

function minorOf(text: string | undefined): number {
  const minor = versionForm.exec(text ?? '')?.[1]
  return minor === undefined ? Number.POSITIVE_INFINITY : Number(minor)
}

/** All labels that can't be read. */
export function labelErrors(labels: Labels = {}): StatusCause[] {
  return ['enforce', 'audit', 'warn'].flatMap((mode) => [
    ...unread(labels, mode, (text) => (isLevel(text) ? undefined : `must be one of ${levels.join(', ')}`)),
    ...unread(labels, `${mode}-version`, (text) =>
      text === 'latest' || versionForm.test(text) ? undefined : 'must be "latest" or "v1.x"',
    ),
  ])
}

function unread(labels: Labels, name: string, why: (text: string) => string | undefined): StatusCause[] {
  const text = labels[labelPrefix + name]
  const wrong = text === undefined ? undefined : why(text)
  if (wrong === undefined) return []
  const message = `Invalid value: ${writeJson(text)}: ${wrong}`
  return [{ reason: 'FieldValueInvalid', message, field: `metadata.labels[${labelPrefix}${name}]` }]
}
