/** What going over a value and all that it holds costs, in upstream's units: a tenth of each text's bytes, rounded down, and one for each other leaf. */
import type { Budget } from '../budget.js'
import { ListValue, MapValue, ObjectValue, type Value } from '../values.js'

export function chargeWalk(value: Value, budget: Budget): void {
  budget.work(1)
  if (typeof value === 'string' || value instanceof Uint8Array) budget.add(Math.floor(Buffer.byteLength(value) * 0.1))
  else if (value instanceof ListValue) for (const each of value) chargeWalk(each, budget)
  else if (value instanceof MapValue) for (const key of value.keys()) chargeMember(key, value.get(key), budget)
  else if (value instanceof ObjectValue) for (const name of value.names()) chargeMember(name, value.get(name), budget)
  else budget.add(1)
}

function chargeMember(key: Value, value: Value | undefined, budget: Budget): void {
  chargeWalk(key, budget)
  if (value !== undefined) chargeWalk(value, budget)
}
