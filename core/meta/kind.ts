import type { KubeObject } from './object.js'

/**
 * Names a served kind and, for the compiler, the shape of its objects. Tokens of built-in kinds are generated (`crds/generated/tokens.ts`);
 * for any other kind write one by hand: `{ group: 'example.com', version: 'v1', kind: 'Widget', plural: 'widgets', namespaced: true }`.
 */
export interface KindToken<T extends object = KubeObject> {
  /** '' for the core group. */
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly namespaced: boolean
  /** Never present at run time; carries the type. */
  readonly shape?: T
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(token: { readonly group: string; readonly version: string }): string {
  return token.group ? `${token.group}/${token.version}` : token.version
}

/** `deployments.apps`, or `pods` for the core group: how errors, RBAC and CRD names write a resource. */
export function groupResource(token: { readonly group: string; readonly plural: string }): string {
  return token.group ? `${token.plural}.${token.group}` : token.plural
}

/** Splits `apps/v1` or `v1`. */
export function parseApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf('/')
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}

/** The path of a kind's collection or of one object: `/apis/apps/v1/namespaces/default/deployments/web`. */
export function resourcePath(
  token: KindToken<object>,
  place: { readonly namespace?: string; readonly name?: string; readonly subresource?: string } = {},
): string {
  let path = token.group ? `/apis/${token.group}/${token.version}` : `/api/${token.version}`
  if (token.namespaced && place.namespace) path += `/namespaces/${encodeURIComponent(place.namespace)}`
  path += `/${token.plural}`
  if (place.name !== undefined) path += `/${encodeURIComponent(place.name)}`
  if (place.subresource) path += `/${place.subresource}`
  return path
}
