/** How a command ended, as the kubelet says it in SPDY's stream of errors, told anew as upstream's API tells it to clients of v5. */
import { internalError } from '../../core/meta/index.js'
import { withoutKind } from './told-in-band.js'

interface Ended {
  readonly status?: string
  readonly message?: string
  readonly reason?: string
  readonly details?: { readonly causes?: readonly { readonly reason?: string; readonly message?: string }[] }
}

/** A Status without its kind. Empty: the kubelet broke off, which upstream takes for success. */
export function endOfCommand(said: string): object {
  if (said === '') return broken('the connection to the kubelet was lost')
  const ended = read(said)
  if (ended?.status === 'Success') return success
  if (ended?.status !== 'Failure') return broken(`error stream protocol error: not a status: ${JSON.stringify(said)}`)
  if (ended.reason !== 'NonZeroExitCode') return broken(ended.message ?? '')
  const code = ended.details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message ?? ''
  if (!/^\d{1,3}$/.test(code)) return broken(`error stream protocol error: no exit code in ${JSON.stringify(said)}`)
  return {
    metadata: {},
    status: 'Failure',
    message: `command terminated with non-zero exit code: command terminated with exit code ${Number(code)}`,
    reason: 'NonZeroExitCode',
    details: { causes: [{ reason: 'ExitCode', message: String(Number(code)) }] },
  }
}

const success = { metadata: {}, status: 'Success' }
const broken = (why: string) => withoutKind(internalError(why))

function read(said: string): Ended | undefined {
  try {
    return JSON.parse(said) as Ended
  } catch {
    return undefined
  }
}
