/** The address under which others reach this machine: for pods on the host's network. */
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'

/** IPv4 of the link of the default route, else of any outer link, else 127.0.0.1. */
export function ownAddress(): string {
  const links = networkInterfaces()
  const addresses = (name: string) => (links[name] ?? []).filter((one) => one.family === 'IPv4' && !one.internal)
  const preferred = defaultLink()
  const chosen = (preferred ? addresses(preferred) : [])[0] ?? Object.keys(links).flatMap(addresses)[0]
  return chosen?.address ?? '127.0.0.1'
}

function defaultLink(): string | undefined {
  try {
    const routes = readFileSync('/proc/net/route', 'latin1').split('\n').slice(1)
    return routes.map((line) => line.split('\t')).find((fields) => fields[1] === '00000000')?.[0]
  } catch {
    return undefined
  }
}
