/** Parts of times and durations. */
import { type Overload, overload } from '../signature.js'
import { partOf } from '../time.js'
import type { Duration, Timestamp } from '../values.js'

const parts = [
  'getFullYear',
  'getMonth',
  'getDate',
  'getDayOfMonth',
  'getDayOfWeek',
  'getDayOfYear',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getMilliseconds',
]

const spans: Readonly<Record<string, (nanos: bigint) => bigint>> = {
  getHours: (nanos) => nanos / 3_600_000_000_000n,
  getMinutes: (nanos) => nanos / 60_000_000_000n,
  getSeconds: (nanos) => nanos / 1_000_000_000n,
  getMilliseconds: (nanos) => nanos / 1_000_000n,
}

export const times: readonly Overload[] = [
  ...parts.flatMap((part) => [
    overload(`timestamp.${part}(): int`, ([time]: [Timestamp]) => partOf(time, part)),
    overload(`timestamp.${part}(string): int`, ([time, zone]: [Timestamp, string]) => partOf(time, part, zone)),
  ]),
  ...Object.entries(spans).map(([name, part]) =>
    overload(`duration.${name}(): int`, ([{ nanos }]: [Duration]) => part(nanos)),
  ),
]
