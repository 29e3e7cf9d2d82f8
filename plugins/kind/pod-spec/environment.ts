/** Environment variables of a container, and where they come from. */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { EnvFromSource, EnvVar } from '../../../crds/generated/tokens.js'
import { invalid, invalids, notFound, required } from '../causes.js'
import type { Ground } from './ground.js'
import { checkNoStepsBack } from './path.js'
import { fieldErrors, resourceErrors, variableFields } from './references.js'

const configKey = /^[-._a-zA-Z0-9]+$/
const variableName = /^[ -<>-~]+$/
const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'] as const

export function checkEnvironment(env: readonly EnvVar[], at: string, ground: Ground): void {
  const { found } = ground
  for (let index = 0; index < env.length; index++) {
    const variable = env[index]!
    if (!variable.valueFrom) continue
    const here = `${at}[${index}].valueFrom`
    checkSource(variable, here, found)
    if (variable.valueFrom.fileKeyRef) checkFileVolume(variable.valueFrom.fileKeyRef.volumeName, here, ground)
  }
}

/** Files with variables are written by the pod itself, into a folder of its own. */
function checkFileVolume(name: string | undefined, at: string, { found, volumes }: Ground): void {
  const volume = volumes.get(name ?? '')
  const field = `${at}.fileKeyRef.volumeName`
  if (!volume) found.push(notFound(field, name ?? ''))
  else if (!volume.emptyDir) found.push(invalid(field, name, 'must name an emptyDir'))
}

function checkSource({ value, valueFrom }: EnvVar, at: string, found: StatusCause[]): void {
  let said = 0
  for (const source of sources) if (valueFrom![source]) said++
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom!
  if (fieldRef) found.push(...fieldErrors(fieldRef, `${at}.fieldRef`, variableFields))
  if (resourceFieldRef) found.push(...resourceErrors(resourceFieldRef, `${at}.resourceFieldRef`, 'variable'))
  if (configMapKeyRef) checkKey(configMapKeyRef, `${at}.configMapKeyRef`, found)
  if (secretKeyRef) checkKey(secretKeyRef, `${at}.secretKeyRef`, found)
  if (fileKeyRef) {
    const { volumeName, path, key } = fileKeyRef
    if (volumeName) found.push(...invalids(`${at}.fileKeyRef.volumeName`, volumeName, dns1123LabelErrors(volumeName)))
    checkNoStepsBack(path, `${at}.fileKeyRef.path`, found)
    if (key && !variableName.test(key)) found.push(invalid(`${at}.fileKeyRef.key`, key, whyNoVariable))
  }
  if (said === 0) {
    const list = sources.map((source) => `\`${source}\``).join(', ')
    found.push(invalid(at, '', `give one of ${list}`))
  } else if (value) found.push(invalid(at, '', 'give `value` or `valueFrom`, not both'))
  else if (said > 1) found.push(invalid(at, '', onlyOne))
}

const onlyOne = 'take it from one source alone'

const whyNoVariable = "must be of printable ASCII characters without '='"

function checkKey({ name, key }: { name?: string; key: string }, at: string, found: StatusCause[]): void {
  found.push(...invalids(`${at}.name`, name ?? '', dns1123SubdomainErrors(name ?? '')))
  if (!key) return
  if (key.length > 253) found.push(invalid(`${at}.key`, key, 'must have 253 characters at most'))
  if (!configKey.test(key)) found.push(invalid(`${at}.key`, key, "must be a key: letters, digits, '-', '_' and '.'"))
  if (key === '.' || key.startsWith('..')) found.push(invalid(`${at}.key`, key, "must not be '.' or begin with '..'"))
}

export function checkEnvironmentFrom(from: readonly EnvFromSource[], at: string, found: StatusCause[]): void {
  from.forEach(({ prefix, configMapRef, secretRef }, index) => {
    const here = `${at}[${index}]`
    if (prefix && !variableName.test(prefix)) found.push(invalid(`${here}.prefix`, prefix, whyNoVariable))
    if (configMapRef) checkName(configMapRef.name, `${here}.configMapRef.name`, found)
    if (secretRef) checkName(secretRef.name, `${here}.secretRef.name`, found)
    if (!configMapRef && !secretRef) found.push(invalid(at, '', 'give `configMapRef` or `secretRef`'))
    if (configMapRef && secretRef) found.push(invalid(at, '', onlyOne))
  })
}

function checkName(name: string | undefined, field: string, found: StatusCause[]): void {
  if (!name) found.push(required(field))
  else found.push(...invalids(field, name, dns1123SubdomainErrors(name)))
}
