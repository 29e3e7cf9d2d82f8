/** CEL: rules that schemas carry, checked when a definition is made and evaluated against objects, within a budget. Who may do what does not belong here. */
export { AdmissionExpressions, type Sight } from './admission.js'
export type { Outcome } from './admission-evaluation.js'
export { type Elsewhere, evaluateFar, type FarExpression, type FarOutcome } from './far.js'
export type { Asker } from './library/authorization.js'
export { checkRules, checkWrittenRules } from './check-rules.js'
export { expressionError, type Shape } from './shape.js'
export { RulesTooDear } from './budget.js'
export { compileRules, type RuleChecker } from './rules.js'
