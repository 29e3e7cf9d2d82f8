/** Place by place, whether the value stands earlier in the list too. Cost: linear. */
export function repeated(values: readonly unknown[]): readonly boolean[] {
  const seen = new Set<unknown>()
  return values.map((value) => seen.size === seen.add(value).size)
}
