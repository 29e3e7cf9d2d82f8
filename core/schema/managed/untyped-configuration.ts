/** The answer to an applied configuration that can't be understood: members that its kind does not have, list elements without or with the same identity. */
import { badRequest, type KubeObject, parseApiVersion, type StatusError } from '../../meta/index.js'

/** 400 in upstream's words (which gives 500). `problems` are paths that begin with a dot, and what is wrong there. Source: apimachinery's managedfields, structured-merge-diff. */
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
  return badRequest(`failed to create typed patch object (${what}): ${told}`)
}
