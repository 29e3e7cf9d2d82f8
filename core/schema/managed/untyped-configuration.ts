/** The answers to applied configurations that can't be understood: 500 without a reason, in upstream's words. Source: apimachinery's managedfields. */
import { type KubeObject, parseApiVersion, type StatusError, unexplained } from '../../meta/index.js'
import type { Type } from '../type.js'
import { wrongTypes } from './wrong-types.js'

/** Throws when it is not of `type`, its kind's. Cost: linear. */
export function requireTyped(configuration: KubeObject, type: Type): void {
  const problems = wrongTypes(configuration, type)
  if (problems.length === 0) return
  const told =
    problems.length === 1
      ? problems[0]
      : `errors:\n${[...problems]
          .sort()
          .map((each) => `  ${each}\n`)
          .join('')}`
  throw unexplained(`failed to create typed patch object (${named(configuration)}): ${told}`)
}

/** Of one whose types are right and whose values are not, as `why` says. */
export const unreadableConfiguration = (configuration: KubeObject, why: string): StatusError =>
  unexplained(
    `failed to convert new object (${named(configuration)}) to proper version: unable to convert unstructured object to ${kindOf(configuration)}: ${why}`,
  )

const named = (configuration: KubeObject): string => {
  const { namespace, name } = configuration.metadata ?? {}
  return `${namespace ?? ''}/${name ?? ''}; ${kindOf(configuration)}`
}

function kindOf({ apiVersion = '', kind = '' }: KubeObject): string {
  const { group, version } = parseApiVersion(apiVersion)
  return `${group}/${version}, Kind=${kind}`
}
