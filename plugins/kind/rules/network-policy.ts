/** What is wrong with a NetworkPolicy beyond its schema. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import { isStrictlyInside, parseRange, rangeErrors } from './address.js'
import { labelSelectorErrors } from './label-selector.js'
import { portErrors, portNameErrors } from './names.js'

export function networkPolicyErrors({ spec }: NetworkPolicy): StatusCause[] {
  if (!spec) return []
  const errors = labelSelectorErrors(spec.podSelector, 'spec.podSelector')
  for (const [index, { ports, from }] of (spec.ingress ?? []).entries())
    errors.push(...ruleErrors({ ports, peers: from }, { at: `spec.ingress[${index}]`, member: 'from' }))
  for (const [index, { ports, to }] of (spec.egress ?? []).entries())
    errors.push(...ruleErrors({ ports, peers: to }, { at: `spec.egress[${index}]`, member: 'to' }))
  if ((spec.policyTypes?.length ?? 0) > 2)
    errors.push(invalid('spec.policyTypes', spec.policyTypes, 'there are two: Ingress and Egress'))
  return errors
}

interface Rule {
  readonly ports: readonly NetworkPolicyPort[] | undefined
  readonly peers: readonly NetworkPolicyPeer[] | undefined
}

function ruleErrors({ ports, peers }: Rule, { at, member }: { at: string; member: string }): StatusCause[] {
  return [
    ...(ports ?? []).flatMap((port, index) => [
      // The schema asks for more of a name, but for none at all.
      ...(port.port === '' ? invalids(`${at}.ports[${index}].port`, '', portNameErrors('')) : []),
      ...endPortErrors(port, `${at}.ports[${index}].endPort`),
    ]),
    ...(peers ?? []).flatMap((peer, index) => peerErrors(peer, `${at}.${member}[${index}]`)),
  ]
}

function endPortErrors({ port, endPort }: NetworkPolicyPort, field: string): StatusCause[] {
  if (endPort === undefined) return []
  if (port === undefined) return [invalid(field, endPort, 'ends a range that `port` begins: say `port` too')]
  if (typeof port === 'string') return [invalid(field, endPort, 'a range begins with a number: `port` is a name')]
  const least = endPort < port ? [invalid(field, endPort, `must be at least port, ${port}`)] : []
  return [...least, ...portErrors(endPort, field)]
}

function peerErrors({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer, field: string): StatusCause[] {
  if (!podSelector && !namespaceSelector && !ipBlock)
    return [required(field, 'name a `podSelector`, a `namespaceSelector` or an `ipBlock`')]
  const errors = [
    ...labelSelectorErrors(podSelector, `${field}.podSelector`),
    ...labelSelectorErrors(namespaceSelector, `${field}.namespaceSelector`),
    ...(ipBlock ? blockErrors(ipBlock, `${field}.ipBlock`) : []),
  ]
  if (ipBlock && (podSelector || namespaceSelector))
    errors.push(forbidden(field, 'an `ipBlock` stands alone: give selectors a peer of their own'))
  return errors
}

function blockErrors({ cidr, except }: IPBlock, field: string): StatusCause[] {
  if (!cidr) return []
  const whole = parseRange(cidr)
  if (!whole) return rangeErrors(cidr, `${field}.cidr`)
  return (except ?? []).flatMap((text, index) => {
    const part = parseRange(text)
    const at = `${field}.except[${index}]`
    if (!part) return rangeErrors(text, at)
    return isStrictlyInside(part, whole) ? [] : [invalid(at, text, 'must be a part of `cidr`, and not the whole')]
  })
}
