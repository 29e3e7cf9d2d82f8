/** What is wrong with a NetworkPolicy beyond its schema. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required } from '../causes.js'
import { isStrictlyInside, parseRange, rangeErrors, type Standing, standing } from './address.js'
import { labelSelectorErrors } from './label-selector.js'
import { portErrors, portNameErrors } from './names.js'

export function networkPolicyErrors(policy: NetworkPolicy, old: NetworkPolicy | undefined): StatusCause[] {
  const { spec } = policy
  if (!spec) return []
  const stood = old && standing(() => placedRanges(old).map(({ text }) => text))
  const errors = labelSelectorErrors(spec.podSelector, 'spec.podSelector')
  for (const [index, { ports, from }] of (spec.ingress ?? []).entries())
    errors.push(...ruleErrors({ ports, peers: from }, { at: `spec.ingress[${index}]`, member: 'from', stood }))
  for (const [index, { ports, to }] of (spec.egress ?? []).entries())
    errors.push(...ruleErrors({ ports, peers: to }, { at: `spec.egress[${index}]`, member: 'to', stood }))
  if ((spec.policyTypes?.length ?? 0) > 2)
    errors.push(invalid('spec.policyTypes', spec.policyTypes, 'there are two: Ingress and Egress'))
  return errors
}

interface Placed {
  readonly text: string
  readonly at: string
}

/** All ranges of addresses that a policy names. */
export function placedRanges({ spec }: NetworkPolicy): Placed[] {
  const inPeer = ({ ipBlock }: NetworkPolicyPeer, at: string): Placed[] =>
    ipBlock
      ? [
          { text: ipBlock.cidr, at: `${at}.ipBlock.cidr` },
          ...(ipBlock.except ?? []).map((text, index) => ({ text, at: `${at}.ipBlock.except[${index}]` })),
        ]
      : []
  return [
    ...(spec?.ingress ?? []).flatMap(({ from }, rule) =>
      (from ?? []).flatMap((peer, index) => inPeer(peer, `spec.ingress[${rule}].from[${index}]`)),
    ),
    ...(spec?.egress ?? []).flatMap(({ to }, rule) =>
      (to ?? []).flatMap((peer, index) => inPeer(peer, `spec.egress[${rule}].to[${index}]`)),
    ),
  ]
}

interface Rule {
  readonly ports: readonly NetworkPolicyPort[] | undefined
  readonly peers: readonly NetworkPolicyPeer[] | undefined
}

interface Place {
  readonly at: string
  readonly member: string
  readonly stood: Standing | undefined
}

function ruleErrors({ ports, peers }: Rule, { at, member, stood }: Place): StatusCause[] {
  return [
    ...(ports ?? []).flatMap((port, index) => [
      // The schema asks for more of a name, but for none at all.
      ...(port.port === '' ? invalids(`${at}.ports[${index}].port`, '', portNameErrors('')) : []),
      ...endPortErrors(port, `${at}.ports[${index}].endPort`),
    ]),
    ...(peers ?? []).flatMap((peer, index) => peerErrors(peer, `${at}.${member}[${index}]`, stood)),
  ]
}

function endPortErrors({ port, endPort }: NetworkPolicyPort, field: string): StatusCause[] {
  if (endPort === undefined) return []
  if (port === undefined) return [invalid(field, endPort, 'ends a range that `port` begins: say `port` too')]
  if (typeof port === 'string') return [invalid(field, endPort, 'a range begins with a number: `port` is a name')]
  const least = endPort < port ? [invalid(field, endPort, `must be at least port, ${port}`)] : []
  return [...least, ...portErrors(endPort, field)]
}

function peerErrors(
  { podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer,
  field: string,
  stood: Standing | undefined,
): StatusCause[] {
  if (!podSelector && !namespaceSelector && !ipBlock)
    return [required(field, 'name a `podSelector`, a `namespaceSelector` or an `ipBlock`')]
  const errors = [
    ...labelSelectorErrors(podSelector, `${field}.podSelector`),
    ...labelSelectorErrors(namespaceSelector, `${field}.namespaceSelector`),
    ...(ipBlock ? blockErrors(ipBlock, `${field}.ipBlock`, stood) : []),
  ]
  if (ipBlock && (podSelector || namespaceSelector))
    errors.push(forbidden(field, 'an `ipBlock` stands alone: give selectors a peer of their own'))
  return errors
}

function blockErrors({ cidr, except }: IPBlock, field: string, stood: Standing | undefined): StatusCause[] {
  if (!cidr) return []
  const whole = parseRange(cidr)
  const errors = rangeErrors(cidr, `${field}.cidr`, stood)
  if (!whole) return errors
  for (const [index, text] of (except ?? []).entries()) {
    const part = parseRange(text)
    const at = `${field}.except[${index}]`
    errors.push(...rangeErrors(text, at, stood))
    if (part && !isStrictlyInside(part, whole))
      errors.push(invalid(at, text, 'must be a part of `cidr`, and not the whole'))
  }
  return errors
}
