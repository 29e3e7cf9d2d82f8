/** Signals as images name them: SIGQUIT, QUIT, 3, SIGRTMIN+3. */
import { constants } from 'node:os'

/** SIGTERM for a name that means nothing here. */
export function signalNumber(name: string): number {
  const plain = name.trim().toUpperCase().replace(/^SIG/, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  const realTime = /^RTMIN\+(\d+)$/.exec(plain)
  if (realTime) return 34 + Number(realTime[1])
  return constants.signals[`SIG${plain}` as NodeJS.Signals] ?? constants.signals.SIGTERM
}
