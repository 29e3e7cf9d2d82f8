/** Offences of definitions; schemas are looked at in core/schema/custom. */
import { type Created, offences } from '../../test/kit/offences.js'

const name = 'shirts.tests.example.com'
const good = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }
const versions = (member: object) => [{ ...good, ...member }]
const spec = (more: object = {}) => ({
  group: 'tests.example.com',
  scope: 'Namespaced',
  names: { plural: 'shirts', kind: 'Shirt' },
  versions: [good],
  ...more,
})
const service = (of: object) => ({
  conversion: {
    strategy: 'Webhook',
    webhook: { conversionReviewVersions: ['v1'], clientConfig: { service: { namespace: 'a', name: 'b', ...of } } },
  },
})
/** Read once, not a square of their length: these would take minutes. */
const bundle = Buffer.from('----END CERTIFICATE-----BEGIN CERTIFICATE-----I'.repeat(20_000)).toString('base64')
const approval = { 'api-approved.kubernetes.io': `http://p${'t'.repeat(250_000)}\t` }
const protectedSpec = { ...spec(), group: 'a.k8s.io' }

const withBundle = {
  conversion: {
    strategy: 'Webhook',
    webhook: { conversionReviewVersions: ['v1'], clientConfig: { url: 'https://a', caBundle: bundle } },
  },
}
const column = (of: object) => ({ versions: versions({ additionalPrinterColumns: [of] }) })

const text = { type: 'string' }
const root = 'spec.validation.openAPIV3Schema'
const schema = (a: object) => ({
  versions: versions({ schema: { openAPIV3Schema: { type: 'object', properties: { a } } } }),
})
const inA = (cause: string) => `${root}.properties[a].${cause}`
const ruled = (...rules: object[]) => ({ type: 'object', properties: { b: text }, 'x-kubernetes-validations': rules })
const ofRules = (cause: string) => inA(`x-kubernetes-validations${cause}`)

const at = (more: object, ...causes: string[]): Created => [{ metadata: { name }, spec: spec(more) }, ...causes]

describe('definitions', () => {
  offences('customresourcedefinitions.apiextensions.k8s.io', [
    at({}),
    [
      { metadata: { name }, spec: {} },
      'spec.group Required',
      'metadata.name Invalid',
      'spec.scope Required',
      'spec.names.plural Required',
      'spec.names.singular Required',
      'spec.names.kind Required',
      'spec.names.listKind Required',
      'spec.versions Invalid',
      'status.storedVersions Invalid',
    ],
    at({ group: 'é' }, 'spec.group Invalid', 'metadata.name Invalid'),
    at({ scope: 'cluster' }, 'spec.scope NotSupported'),
    at({ preserveUnknownFields: true }, 'spec.preserveUnknownFields Invalid'),
    at(
      { names: { plural: 'shirts', kind: 'Shirt', shortNames: [''], categories: ['A!'] } },
      'spec.names.shortNames[0] Invalid',
      'spec.names.categories[0] Invalid',
    ),
    at({ conversion: {} }, 'spec.conversion.strategy Required'),
    [
      { metadata: { name: 'shirts.a.k8s.io', annotations: approval }, spec: protectedSpec },
      'metadata.annotations[api-approved.kubernetes.io] Invalid',
    ],
    at(withBundle),
    at(
      { conversion: { strategy: 'Webhook', webhook: {} } },
      'spec.conversion.webhookClientConfig Required',
      'spec.conversion.conversionReviewVersions Required',
    ),
    at(
      { conversion: { strategy: 'other', webhook: { conversionReviewVersions: ['v1'] } } },
      'spec.conversion.strategy NotSupported',
      'spec.conversion.conversionReviewVersions Forbidden',
    ),
    at(service({ name: 'B', path: '/a/b/' })),
    at(
      service({ name: '', path: '/A//' }),
      ...['namespace Required', 'path Invalid', 'path Invalid'].map(
        (cause) => `spec.conversion.webhookClientConfig.service.${cause}`,
      ),
    ),
    at(
      column({ name: 'a', type: 'text', format: 'x' }),
      ...['type Invalid', 'format Invalid', 'JSONPath Required'].map(
        (cause) => `spec.additionalPrinterColumns[0].${cause}`,
      ),
    ),
    at(
      { versions: versions({ deprecated: true, deprecationWarning: `${'a'.repeat(256)}\n` }) },
      'spec.versions[0].deprecationWarning Invalid',
      'spec.versions[0].deprecationWarning Invalid',
    ),
    at(schema({ type: 'array', items: text, 'x-kubernetes-list-type': 'set' })),
    at(schema({ items: text, 'x-kubernetes-list-type': 'set' }), ...['type Required', 'type Required'].map(inA)),
    at(schema({ type: 'object', not: { type: 'x' } }), ...['not.type NotSupported', 'not.type Forbidden'].map(inA)),
    at(schema({ type: 'text', default: 1 }), ...['type NotSupported', 'default TypeInvalid'].map(inA)),
    at(schema({ ...text, default: { b: 1 }, maxLength: 1 }), ...['default Invalid', 'default TypeInvalid'].map(inA)),
    at(
      schema(ruled({ rule: 'self.b', fieldPath: ' .b' }, { rule: '', message: ' ' }, { rule: 'true', reason: 'x' })),
      ...['[0].fieldPath Invalid', '[1].rule Required', '[2].reason NotSupported'].map(ofRules),
    ),
    at(schema(ruled({ rule: 'self.none', messageExpression: 'self.none' })), ofRules('[0].rule Invalid')),
    at({ versions: [good, { ...good, name: 'v2' }] }, 'spec.versions Invalid', 'status.storedVersions Invalid'),
  ])
})
