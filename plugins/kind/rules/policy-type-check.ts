/** What the expressions of a ValidatingAdmissionPolicy would fail at with the kinds that it names: told in its status, and held against nobody (upstream's type checking). */
import { apiVersionOf } from '../../../core/meta/index.js'
import type { KindContext } from '../../../core/registry/contract.js'
import type { ValidatingAdmissionPolicy } from '../../../crds/generated/tokens.js'

type Spec = NonNullable<ValidatingAdmissionPolicy['spec']>
type Definition = ReturnType<KindContext['definitions']['all']>[number]

/** As upstream. */
const mostKinds = 10

interface Kind {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly type: Definition['versions'][number]['type']
}

export interface ExpressionWarning {
  readonly fieldRef: string
  readonly warning: string
}

/** Cost: each expression, and all variables, compiled once for each kind. */
export function typeWarnings(spec: Spec, context: KindContext): readonly ExpressionWarning[] {
  const kinds = kindsNamed(spec, context)
  if (kinds.length === 0) return []
  const params = spec.paramKind && paramsType(spec.paramKind, context)
  const sight = { params: spec.paramKind !== undefined, authorizer: true, variables: true }
  const checks = kinds.map(({ group, version, kind, type }) => {
    const expressions = context.admissionExpressions({ object: type(), ...(params ? { params } : {}) })
    for (const { name, expression } of spec.variables ?? []) expressions.addVariable(name, expression, sight)
    return { name: `${group}/${version}, Kind=${kind}`, expressions }
  })
  const check = (text: string | undefined, fieldRef: string): ExpressionWarning[] => {
    const found = checks.flatMap(({ name, expressions }) => {
      const error = text?.trim() ? expressions.errorOf({ text }, sight) : undefined
      return error === undefined ? [] : [`${name}: ${error}\n`]
    })
    return found.length > 0 ? [{ fieldRef, warning: found.join('\n') }] : []
  }
  return (spec.validations ?? []).flatMap(({ expression, messageExpression }, at) => [
    ...check(expression, `spec.validations[${at}].expression`),
    ...check(messageExpression, `spec.validations[${at}].messageExpression`),
  ])
}

function paramsType({ apiVersion, kind }: NonNullable<Spec['paramKind']>, { definitions }: KindContext) {
  for (const { group, names, versions } of definitions.all()) {
    const found = versions.find(({ name }) => apiVersionOf({ group, version: name }) === apiVersion)
    if (found && names.kind === kind) return found.type()
  }
  return undefined
}

/** Those that rules name without wildcards, in order of group, version and kind. */
function kindsNamed({ matchConstraints }: Spec, { definitions }: KindContext): readonly Kind[] {
  const found = new Map<string, Kind>()
  for (const { apiGroups = [], apiVersions = [], resources = [] } of matchConstraints?.resourceRules ?? []) {
    if ([...apiGroups, ...apiVersions].some((each) => each.includes('*'))) continue
    const plurals = new Set(resources.filter((each) => !/[*/]/.test(each)))
    for (const { group, names, versions } of definitions.all()) {
      if (!apiGroups.includes(group) || !plurals.has(names.plural)) continue
      for (const { name: version, served, type } of versions) {
        if (!served || !apiVersions.includes(version) || found.size === mostKinds) continue
        found.set(`${group}\0${version}\0${names.kind}`, { group, version, kind: names.kind, type })
      }
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind)
}
