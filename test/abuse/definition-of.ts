/** A definition of a namespaced kind in abuse.example/v1 with this schema. */
export function definitionOf(plural: string, kind: string, openAPIV3Schema: object) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.abuse.example` },
    spec: {
      group: 'abuse.example',
      scope: 'Namespaced',
      names: { plural, kind },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  }
}
