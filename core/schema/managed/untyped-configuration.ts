/** The answer to an applied configuration that can't be understood: members that its kind does not have, list elements without or with the same identity. */
import { type KubeObject, parseApiVersion, type StatusError, unexplained } from '../../meta/index.js'

/** 500 without a reason, in upstream's words. `problems` are paths that begin with a dot, and what is wrong there. Source: apimachinery's managedfields, structured-merge-diff. */
export function untypedConfiguration(configuration: KubeObject, problems: readonly string[]): StatusError {
  const { apiVersion = '', kind = '', metadata } = configuration
  const { group, version } = parseApiVersion(apiVersion)
  const what = `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}; ${group}/${version}, Kind=${kind}`
  const told =
    problems.length === 1
      ? problems[0]
      : `errors:\n${[...problems]
          .sort()
          .map((each) => `  ${each}\n`)
          .join('')}`
  return unexplained(`failed to create typed patch object (${what}): ${told}`)
}
