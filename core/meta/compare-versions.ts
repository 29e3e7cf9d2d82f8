/** Kubernetes' order of versions, the best first: v2, v1, v2beta1, v1beta2, v1alpha1, then others by name. */
export function compareVersions(a: string, b: string): number {
  const left = rankOf(a)
  const right = rankOf(b)
  for (let at = 0; at < 3; at++) if (left[at] !== right[at]) return right[at]! - left[at]!
  return a < b ? -1 : a > b ? 1 : 0
}

const stages: Readonly<Record<string, number>> = { '': 3, beta: 2, alpha: 1 }

function rankOf(version: string): readonly [number, number, number] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version)
  if (!match) return [0, 0, 0]
  return [stages[match[2] ?? '']!, Number(match[1]), Number(match[3] ?? 0)]
}
