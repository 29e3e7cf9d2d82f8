/** Parts of bytes. */
import type { PersistentVolumeClaimSpec } from '../../../crds/generated/tokens.js'

type Amounts = Readonly<Record<string, string>> | undefined

/** Amounts are in canonical form: one that ends so is no whole number. */
function isFractional(amount: string): boolean {
  const last = amount.at(-1)
  return last === 'm' || last === 'u' || last === 'n'
}

const none: readonly string[] = []

const ofBytes = ['memory', 'ephemeral-storage'] as const

export function byteWarnings(amounts: Amounts, at: string, names: readonly string[] = ofBytes): readonly string[] {
  if (!amounts || !names.some((name) => amounts[name] !== undefined && isFractional(amounts[name]!))) return none
  return names.flatMap((name) => {
    const amount = amounts[name]
    if (amount === undefined || !isFractional(amount)) return []
    return [`${at}[${name}]: ${amount} is no whole number of bytes`]
  })
}

/** `at`: where the claim's spec stands. */
export function claimWarnings(spec: PersistentVolumeClaimSpec | undefined, at: string): readonly string[] {
  const { requests, limits } = spec?.resources ?? {}
  return [
    ...byteWarnings(requests as Amounts, `${at}.resources.requests`, ['storage']),
    ...byteWarnings(limits as Amounts, `${at}.resources.limits`, ['storage']),
  ]
}
