/** Devices that a pod claims, and what it asks for as a whole. */
import {
  containerAmounts,
  compareQuantities,
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  formatQuantity,
  parseQuantity,
} from '../../../core/meta/index.js'
import type { PodResourceClaim } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids } from '../causes.js'
import type { Ground } from './ground.js'
import { checkResources, compareAmounts, podResourceNameErrors } from './resources.js'
import { notOnWindows } from './system.js'

type Amounts = Readonly<Record<string, string>>

export function checkClaims(claims: readonly PodResourceClaim[], at: string, { found }: Ground): void {
  claims.forEach((claim, index) => {
    const here = `${at}[${index}]`
    const { name, resourceClaimName: whole, resourceClaimTemplateName: template } = claim
    if (name) found.push(...invalids(`${here}.name`, name, dns1123LabelErrors(name)))
    if (whole !== undefined && template !== undefined) {
      const why = 'give `resourceClaimName` or `resourceClaimTemplateName`, not both'
      found.push(invalid(here, claim, why))
    }
    if (whole === undefined && template === undefined) {
      found.push(invalid(here, claim, 'give `resourceClaimName` or `resourceClaimTemplateName`'))
    }
    for (const member of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
      const said = claim[member]
      if (said !== undefined) found.push(...invalids(`${here}.${member}`, said, dns1123SubdomainErrors(said)))
    }
  })
}

export function checkWholeResources({ spec, found }: Ground, at: string): void {
  const { resources } = spec
  if (!resources) return
  if (spec.os?.name === 'windows') {
    found.push(forbidden(at, notOnWindows))
    return
  }
  if (resources.claims) found.push(forbidden(`${at}.claims`, 'containers take claims, not the pod as a whole'))
  const { limits, requests } = resources
  const claims = () => new Set(spec.resourceClaims?.map(({ name }) => name))
  checkResources(resources, at, { found, claims, names: podResourceNameErrors })
  for (const [name, together] of limits ? containerAmounts(spec, 'limits') : []) {
    const mine = limits?.[name]
    if (!name.startsWith('hugepages-') || !mine || compareQuantities(together, parseQuantity(mine)) <= 0) continue
    const why = `must be ${formatQuantity(together)} or more, the limits of its containers together`
    found.push(invalid(`${at}.limits[${name}]`, mine, why))
  }
  for (const name in requests) {
    const together = containerAmounts(spec, 'requests').get(name)
    const mine = requests[name]!
    if (together && compareQuantities(together, parseQuantity(mine)) > 0) {
      const why = `must be ${formatQuantity(together)} or more, the requests of its containers together`
      found.push(invalid(`${at}.requests[${name}]`, mine, why))
    }
  }
  spec.containers?.forEach((container, index) => {
    const own = container.resources?.limits as Amounts | undefined
    for (const name in own) {
      const most = limits?.[name]
      if (most === undefined || compareAmounts(own[name]!, most) <= 0) continue
      const field = `${at}.containers[${index}][${name}].limits`
      found.push(invalid(field, own[name], `must be ${most} or less, the limit of the whole pod`))
    }
  })
}
