/**
 * Whether a parameter of a query is true: everything but `false` (in any case) and `0` is, also the empty text; a parameter that isn't there is not.
 * Source: upstream's apimachinery, pkg/runtime/conversion.go. Clients lean on it: Python's sends `True`.
 */
export function isTrueParameter(text: string | null): boolean {
  return text !== null && text !== '0' && text.toLowerCase() !== 'false'
}
