/** All that a client is warned of in one pod or template, in upstream's order. */
import type { ObjectMeta } from '../../../core/meta/index.js'
import type { Container, Pod, PodSpec, PodTemplateSpec } from '../../../crds/generated/tokens.js'
import { addressWarnings } from '../rules/address-warning.js'
import { byteWarnings } from './amounts.js'
import { annotationWarnings, profileWarnings } from './annotations.js'
import { neighbourWarnings, nodeWarnings } from './nodes.js'
import { type Placed, placedContainers } from './placed.js'
import { portWarnings } from './ports.js'
import { volumeWarnings } from './volumes.js'

/** Cost: about 2 us for a usual pod with nothing to tell. */
export const podWarnings = ({ spec, metadata }: Pod): readonly string[] =>
  spec ? allWarnings(spec, { metadata, at: '', of: 'pod' }) : []

/** `at`: where the template stands. */
export const templateWarnings = (template: PodTemplateSpec | undefined, at: string): readonly string[] =>
  template?.spec ? allWarnings(template.spec, { metadata: template.metadata ?? {}, at: `${at}.`, of: 'template' }) : []

interface Whole {
  readonly metadata: Pick<ObjectMeta, 'annotations'>
  readonly at: string
  readonly of: 'pod' | 'template'
}

function allWarnings(spec: PodSpec, { metadata, at: before, of }: Whole): string[] {
  const at = `${before}spec`
  const annotations = metadata.annotations
  const containers = placedContainers(spec, at)
  const found: string[] = []
  if (spec.nodeSelector || spec.affinity || spec.topologySpreadConstraints) found.push(...nodeWarnings(spec, at))
  if (annotations) found.push(...annotationWarnings(annotations, spec, `${before}metadata.annotations`))
  if (spec.volumes) found.push(...volumeWarnings(spec, at))
  if (spec.hostAliases) found.push(...twice(spec.hostAliases, 'ip', `${at}.hostAliases`))
  if (spec.imagePullSecrets) found.push(...secretWarnings(spec.imagePullSecrets, `${at}.imagePullSecrets`))
  if (spec.overhead) found.push(...byteWarnings(spec.overhead as never, `${at}.overhead`))
  for (const each of containers) {
    if (annotations) found.push(...profileWarnings(each.container, spec, { annotations, before, of }))
    containerWarnings(each, found)
  }
  found.push(...portWarnings(containers))
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0) found.push(`${at}.${negativeGrace}`)
  if (spec.affinity) found.push(...neighbourWarnings(spec, at))
  spec.dnsConfig?.nameservers?.forEach((server, index) => {
    found.push(...addressWarnings(server, `${at}.dnsConfig.nameservers[${index}]`))
  })
  spec.hostAliases?.forEach(({ ip }, index) => {
    found.push(...addressWarnings(ip ?? '', `${at}.hostAliases[${index}].ip`))
  })
  return found
}

const negativeGrace = 'terminationGracePeriodSeconds: a negative time counts as 1; say 0 or more'

function containerWarnings({ container, at }: Placed, found: string[]): void {
  const { limits, requests } = container.resources ?? {}
  for (const name of ['memory', 'ephemeral-storage']) {
    if (limits) found.push(...byteWarnings(limits as never, `${at}.resources.limits`, [name]))
    if (requests) found.push(...byteWarnings(requests as never, `${at}.resources.requests`, [name]))
  }
  if (container.env && container.env.length > 1) variableWarnings(container.env, at, found)
}

/** A variable said again is all right where it is made from what it was. */
function variableWarnings(env: NonNullable<Container['env']>, at: string, found: string[]): void {
  const seen = new Set<string>()
  env.forEach(({ name, value = '', valueFrom }, index) => {
    if (!seen.has(name)) {
      seen.add(name)
      return
    }
    const itself = `$(${name})`
    if (!valueFrom && value !== itself && value.includes(itself)) return
    found.push(
      `${at}.env[${index}]: ${JSON.stringify(name)} is there twice: this one counts, and an apply may lose the other`,
    )
  })
}

function secretWarnings(secrets: NonNullable<PodSpec['imagePullSecrets']>, at: string): string[] {
  const found = twice(secrets, 'name', at)
  secrets.forEach(({ name }, index) => {
    if (!name) found.push(`${at}[${index}].name: the secret needs a name`)
  })
  return found
}

function twice<M extends string>(list: readonly { readonly [name in M]?: string }[], member: M, at: string): string[] {
  if (list.length < 2) return []
  const seen = new Set<string>()
  return list.flatMap((each, index) => {
    const value = each[member] ?? ''
    if (seen.has(value)) return [`${at}[${index}].${member}: duplicate ${member} ${JSON.stringify(value)}`]
    seen.add(value)
    return []
  })
}
