/** How a pod is named and how it looks names up. */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../../core/meta/index.js'
import type { PodDNSConfig } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, tooLong } from '../causes.js'
import { addressErrors } from '../rules/address.js'
import type { Ground } from './ground.js'

const mostServers = 3
const mostSearches = 32
const mostSearchCharacters = 2048
const mostHostname = 64

export function checkNames({ spec, found }: Ground, at: string): void {
  spec.hostAliases?.forEach(({ ip, hostnames }, index) => {
    const here = `${at}.hostAliases[${index}]`
    found.push(...addressErrors(ip ?? '', `${here}.ip`))
    hostnames?.forEach((name, at) => {
      found.push(...invalids(`${here}.hostnames[${at}]`, name, dns1123SubdomainErrors(name)))
    })
  })
  for (const member of ['hostname', 'subdomain'] as const) {
    const name = spec[member]
    if (name) found.push(...invalids(`${at}.${member}`, name, dns1123LabelErrors(name)))
  }
  for (const member of ['priorityClassName', 'runtimeClassName'] as const) {
    const name = spec[member]
    if (name !== undefined && (name || member === 'runtimeClassName')) {
      found.push(...invalids(`${at}.${member}`, name, dns1123SubdomainErrors(name)))
    }
  }
  if (spec.dnsPolicy === 'None' && !spec.dnsConfig?.nameservers?.length) {
    found.push(
      spec.dnsConfig
        ? required(`${at}.dnsConfig.nameservers`, 'name a server: dnsPolicy None knows no other')
        : required(`${at}.dnsConfig`, 'give its nameservers: dnsPolicy None knows no other'),
    )
  } else if (spec.dnsConfig) checkLookup(spec.dnsConfig, `${at}.dnsConfig`, found)
  if (spec.hostnameOverride !== undefined) checkOverride({ spec, found }, spec.hostnameOverride, at)
}

function checkLookup({ nameservers, searches, options }: PodDNSConfig, at: string, found: StatusCause[]): void {
  if ((nameservers?.length ?? 0) > mostServers) {
    found.push(invalid(`${at}.nameservers`, nameservers, `must be ${mostServers} servers at most`))
  }
  nameservers?.forEach((server, index) => void found.push(...addressErrors(server, `${at}.nameservers[${index}]`)))
  if (searches) checkSearches(searches, `${at}.searches`, found)
  options?.forEach(({ name }, index) => {
    if (!name) found.push(required(`${at}.options[${index}]`, 'must not be empty'))
  })
}

function checkSearches(searches: readonly string[], at: string, found: StatusCause[]): void {
  if (searches.length > mostSearches) {
    found.push(invalid(at, searches, `must be ${mostSearches} domains at most`))
  }
  if (searches.join(' ').length > mostSearchCharacters) {
    const why = `must have ${mostSearchCharacters} characters at most, with a space between each two`
    found.push(invalid(at, searches, why))
  }
  searches.forEach((search, index) => {
    if (search === '.') return
    const name = search.endsWith('.') ? search.slice(0, -1) : search
    // An underscore may begin a label and stand in it, but not end it.
    const plain = name.replace(/(^|\.)_(?=[a-z0-9])/g, '$1a').replaceAll('_', '-')
    found.push(...invalids(`${at}[${index}]`, search, dns1123SubdomainErrors(plain)))
  })
}

function checkOverride({ spec, found }: Pick<Ground, 'spec' | 'found'>, name: string, at: string): void {
  const field = `${at}.hostnameOverride`
  if (name.length > mostHostname) found.push(tooLong(field, mostHostname))
  found.push(...invalids(field, name, dns1123SubdomainErrors(name)))
  if (spec.setHostnameAsFQDN) found.push(forbidden(field, 'setHostnameAsFQDN: true gives one already'))
  if (spec.hostNetwork) found.push(forbidden(field, "hostNetwork: true gives the node's"))
}
