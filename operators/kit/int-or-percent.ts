/** What an int-or-string field asks for, a fraction where it is a percentage of `whole`: a number as it is; 0 for anything else. */
export function intOrPercent(value: number | string, whole: number): number {
  if (typeof value === 'number') return value
  const percent = /^(\d+)%$/.exec(value)?.[1]
  return percent === undefined ? 0 : (Number(percent) * whole) / 100
}
