import type { PodSpec, Taint } from './kinds.js'

export type Toleration = NonNullable<PodSpec['tolerations']>[number]

/** Whether the toleration matches the taint: an empty effect or key matches all, `Exists` any value. */
export function tolerates(
  { key, operator, value, effect }: Toleration,
  taint: Pick<Taint, 'key' | 'value' | 'effect'>,
): boolean {
  if (effect && effect !== taint.effect) return false
  if (key && key !== taint.key) return false
  if (operator === 'Exists') return true
  return !!key && (operator === undefined || operator === 'Equal') && (value ?? '') === (taint.value ?? '')
}
