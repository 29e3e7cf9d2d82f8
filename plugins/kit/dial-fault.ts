/** Why a connection could not be made, in the words that upstream's clients and their users search for: those of Go's dialer. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connect: connection refused',
  EHOSTUNREACH: 'connect: no route to host',
  ENETUNREACH: 'connect: network is unreachable',
  ECONNRESET: 'read: connection reset by peer',
  ETIMEDOUT: 'i/o timeout',
}

interface Fault extends Error {
  readonly code?: string
  readonly address?: string
  readonly port?: number
  readonly hostname?: string
  /** One for each address of a name. */
  readonly errors?: readonly Fault[]
}

/** Of what is no fault of dialling (a certificate, an answer that is none) its own words. */
export function dialFault(error: Error): string {
  const fault = (error as Fault).errors?.[0] ?? (error as Fault)
  const { code = '', address, port, hostname } = fault
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `dial tcp: lookup ${hostname}: no such host`
  const reason = reasons[code]
  if (!reason) return fault.message
  const at = address === undefined ? '' : ` ${address.includes(':') ? `[${address}]` : address}:${port}`
  return `dial tcp${at}: ${reason}`
}
