/** Durations as kubectl shows them (apimachinery's util/duration, HumanDuration): `5s`, `3m20s`, `7h5m`, `2d4h`, `400d`, `3y20d`; two parts at most, fewer the longer it is. */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / 1000)
  if (seconds < -1) return '<invalid>'
  if (seconds < 120) return `${Math.max(seconds, 0)}s`
  const minutes = Math.trunc(seconds / 60)
  if (minutes < 10) return twoParts([minutes, 'm'], [seconds % 60, 's'])
  if (minutes < 180) return `${minutes}m`
  const hours = Math.trunc(minutes / 60)
  if (hours < 8) return twoParts([hours, 'h'], [minutes % 60, 'm'])
  if (hours < 48) return `${hours}h`
  const days = Math.trunc(hours / 24)
  if (days < 8) return twoParts([days, 'd'], [hours % 24, 'h'])
  if (days < 2 * 365) return `${days}d`
  const years = Math.trunc(days / 365)
  return years < 8 ? twoParts([years, 'y'], [days % 365, 'd']) : `${years}y`
}

type Part = readonly [count: number, unit: string]

const twoParts = ([count, unit]: Part, [rest, restUnit]: Part) =>
  rest ? `${count}${unit}${rest}${restUnit}` : `${count}${unit}`

/** How long ago an RFC 3339 time was; `<unknown>` for none. */
export function age(time: string | null | undefined, now: number): string {
  if (!time) return '<unknown>'
  const then = Date.parse(time)
  return Number.isNaN(then) ? '<invalid>' : humanDuration(now - then)
}
