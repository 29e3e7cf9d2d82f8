// Of each package of upstream's: which of its functions are written down, and what of them: Go expressions over their parameters and results.
const extensions = 'k8s.io/apiextensions-apiserver/pkg'

const withErrors = {
  needs: 'import "k8s.io/apimachinery/pkg/util/validation/field"',
  helpers: `
func vectorErrors(list field.ErrorList) []map[string]any {
	out := []map[string]any{}
	for _, each := range list { out = append(out, vectorError(each)) }
	return out
}
func vectorError(each *field.Error) map[string]any {
	if each == nil { return nil }
	return map[string]any{"type": each.Type, "field": each.Field, "detail": each.Detail}
}
`,
}

const definition = `
func vectorDefinition(in *apiextensions.CustomResourceDefinition) any {
	if in == nil { return nil }
	out := &apiextensionsv1.CustomResourceDefinition{}
	if err := apiextensionsv1.Convert_apiextensions_CustomResourceDefinition_To_v1_CustomResourceDefinition(in, out, nil); err != nil { return nil }
	return out
}
func vectorValidation(in *apiextensions.CustomResourceValidation) any {
	if in == nil { return nil }
	out := &apiextensionsv1.CustomResourceValidation{}
	if err := apiextensionsv1.Convert_apiextensions_CustomResourceValidation_To_v1_CustomResourceValidation(in, out, nil); err != nil { return nil }
	return out.OpenAPIV3Schema
}
`

export const modules = ['k8s.io/apiextensions-apiserver', 'github.com/google/cel-go']

/** Whose tests are run. */
export const tests = [
  'apiserver/schema/...',
  'apiserver/validation',
  'apis/apiextensions/validation',
  'registry/customresource/...',
  'registry/customresourcedefinition',
]
  .map((each) => `${extensions}/${each}`)
  .concat(
    ['cel', 'ext'].map((each) => `github.com/google/cel-go/${each}`),
    ['library', 'environment', 'openapi', 'common', 'lazy'].map((each) => `k8s.io/apiserver/pkg/cel/${each}`),
    ['cel', 'policy/...'].map((each) => `k8s.io/apiserver/pkg/admission/plugin/${each}`),
  )

export const packages = {
  rules: {
    path: `${extensions}/apiserver/schema/cel`,
    wraps: [
      {
        file: 'validation.go',
        name: 'Validate',
        receiver: 's \\*Validator',
        asked:
          '{"schema": vectorSchema(s), "whole": s != nil && s.isResourceRoot, "object": obj, "old": oldObj, "budget": costBudget, "ratcheting": len(opts) > 0, "ended": ctx.Err() != nil}',
        answered: '{"errors": vectorErrors(errs), "left": remainingBudget}',
      },
      {
        file: 'compilation.go',
        name: 'Compile',
        results: 'results []CompilationResult, failure error',
        asked: '{"schema": s.ToKubeOpenAPI(), "limit": perCallLimit}',
        answered: '{"results": vectorResults(results), "failure": failure != nil}',
      },
    ],
    needs: withErrors.needs,
    helpers: `${withErrors.helpers}
func vectorSchema(s *Validator) any {
	if s == nil { return nil }
	return s.Schema.ToKubeOpenAPI()
}
func vectorResults(results []CompilationResult) []map[string]any {
	out := []map[string]any{}
	for _, each := range results {
		one := map[string]any{"cost": each.MaxCost, "most": each.MaxCardinality, "messageCost": each.MessageExpressionMaxCost, "usesOldSelf": each.UsesOldSelf, "path": each.NormalizedRuleFieldPath}
		if each.Error != nil { one["error"] = each.Error.Detail }
		if each.MessageExpressionError != nil { one["messageError"] = each.MessageExpressionError.Detail }
		out = append(out, one)
	}
	return out
}
`,
  },
  definitions: {
    path: `${extensions}/apis/apiextensions/validation`,
    wraps: ['ValidateCustomResourceDefinition', 'ValidateCustomResourceDefinitionUpdate']
      .map((name) => ({
        file: 'validation.go',
        name,
        results: 'found field.ErrorList',
        asked: `{"definition": vectorDefinition(obj)${name.endsWith('Update') ? ', "old": vectorDefinition(oldObj)' : ''}}`,
        answered: '{"errors": vectorErrors(found)}',
      }))
      .concat({
        file: 'validation.go',
        name: 'validateCustomResourceDefinitionValidation',
        results: 'found field.ErrorList',
        asked:
          '{"schema": vectorValidation(customResourceValidation), "status": statusSubresourceEnabled, "strict": opts.requireStructuralSchema && opts.requirePrunedDefaults && opts.requireAtomicSetType && opts.requireMapListKeysMapSetValidation && opts.requireValidPropertyType, "path": fldPath.String()}',
        answered: '{"errors": vectorErrors(found)}',
      }),
    needs: `import (
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
)`,
    helpers: withErrors.helpers + definition,
  },
  objects: {
    path: `${extensions}/apiserver/validation`,
    wraps: [
      {
        file: 'validation.go',
        name: 'NewSchemaValidatorFromOpenAPI',
        results: 'made SchemaValidator',
        asked: '{}',
        answered: '{"kept": vectorKeep(made, openapiSchema)}',
      },
      ...['ValidateCustomResource', 'ValidateCustomResourceUpdate'].map((name) => ({
        file: 'validation.go',
        name,
        results: 'found field.ErrorList',
        asked: `{"schema": vectorKept(validator), "object": customResource${name.endsWith('Update') ? ', "old": old' : ''}}`,
        answered: '{"errors": vectorErrors(found)}',
      })),
    ],
    needs: 'import (\n"sync"\n"k8s.io/apimachinery/pkg/util/validation/field"\n)',
    helpers: `${withErrors.helpers}
var vectorSchemas sync.Map
func vectorKeep(made, schema any) bool {
	vectorSchemas.Store(made, schema)
	return true
}
func vectorKept(made any) any {
	found, _ := vectorSchemas.Load(made)
	return found
}
`,
  },
  structural: {
    path: `${extensions}/apiserver/schema`,
    wraps: [
      {
        file: 'validation.go',
        name: 'ValidateStructuralWithOptions',
        results: 'found field.ErrorList',
        asked: '{"schema": s.ToKubeOpenAPI()}',
        answered: '{"errors": vectorErrors(found)}',
      },
    ],
    ...withErrors,
  },
  defaults: {
    path: `${extensions}/apiserver/schema/defaulting`,
    wraps: [
      {
        file: 'algorithm.go',
        name: 'Default',
        asked: '{"object": x, "schema": s.ToKubeOpenAPI()}',
        answered: '{"object": x}',
      },
      {
        file: 'prunenulls.go',
        name: 'PruneNonNullableNullsWithoutDefaults',
        asked: '{"object": x, "schema": s.ToKubeOpenAPI()}',
        answered: '{"object": x}',
      },
      {
        file: 'validation.go',
        name: 'ValidateDefaults',
        results: 'found field.ErrorList, failure error',
        asked: '{"schema": s.ToKubeOpenAPI(), "whole": isResourceRoot, "pruned": requirePrunedDefaults}',
        answered: '{"errors": vectorErrors(found), "failure": failure != nil}',
      },
    ],
    ...withErrors,
  },
  pruning: {
    path: `${extensions}/apiserver/schema/pruning`,
    wraps: [
      {
        file: 'algorithm.go',
        name: 'PruneWithOptions',
        results: 'paths []string',
        asked:
          '{"object": obj, "schema": s.ToKubeOpenAPI(), "whole": isResourceRoot, "told": opts.TrackUnknownFieldPaths}',
        answered: '{"object": obj, "paths": paths}',
      },
    ],
  },
  lists: {
    path: `${extensions}/apiserver/schema/listtype`,
    wraps: [
      {
        file: 'validation.go',
        name: 'ValidateListSetsAndMaps',
        results: 'found field.ErrorList',
        asked: '{"object": obj, "schema": s.ToKubeOpenAPI()}',
        answered: '{"errors": vectorErrors(found)}',
      },
    ],
    ...withErrors,
  },
  metadata: {
    path: `${extensions}/apiserver/schema/objectmeta`,
    wraps: [
      {
        file: 'algorithm.go',
        name: 'CoerceWithOptions',
        results: 'found *field.Error, paths []string',
        asked:
          '{"object": obj, "schema": s.ToKubeOpenAPI(), "whole": isResourceRoot, "drop": opts.DropInvalidFields, "told": opts.ReturnUnknownFieldPaths}',
        answered: '{"object": obj, "paths": paths, "error": vectorError(found)}',
      },
      {
        file: 'validation.go',
        name: 'Validate',
        results: 'found field.ErrorList',
        asked: '{"object": obj, "schema": s.ToKubeOpenAPI(), "whole": isResourceRoot}',
        answered: '{"errors": vectorErrors(found)}',
      },
    ],
    ...withErrors,
  },
  expressions: {
    path: 'github.com/google/cel-go/cel',
    wraps: [
      {
        file: 'env.go',
        name: 'ParseSource',
        results: 'tree *Ast, issues *Issues',
        asked: '{"text": src.Content()}',
        answered: '{"refused": issues != nil && issues.Err() != nil}',
      },
    ],
  },
}
