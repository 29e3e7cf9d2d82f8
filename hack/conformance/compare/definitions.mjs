/** Definitions, right and wrong at each place: created (dry), and changed. */
import { mutations } from './places.mjs'

export const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'

const schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'integer', minimum: 0, maximum: 9, format: 'int32', default: 1 },
        colour: {
          type: 'string',
          enum: ['red', 'green'],
          default: 'red',
          minLength: 1,
          maxLength: 5,
          pattern: '^[a-z]+$',
        },
        port: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
        parts: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string', maxLength: 9 }, to: { type: 'string', nullable: true } },
          },
          maxItems: 5,
        },
        tags: { type: 'array', 'x-kubernetes-list-type': 'set', items: { type: 'string' } },
        extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        map: { type: 'object', additionalProperties: { type: 'number' }, 'x-kubernetes-map-type': 'atomic' },
        template: { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { spec: { type: 'object' } } },
      },
      'x-kubernetes-validations': [
        { rule: 'self.size < 5', message: 'too large', reason: 'FieldValueForbidden', fieldPath: '.size' },
        { rule: '!has(oldSelf.colour) || self.colour == oldSelf.colour', messageExpression: "'was ' + oldSelf.colour" },
      ],
      not: { required: ['size', 'colour', 'port'] },
      oneOf: [{ required: ['size'] }, { properties: { size: { minimum: 3 } }, required: ['extra'] }],
    },
    status: {
      type: 'object',
      properties: { replicas: { type: 'integer' }, selector: { type: 'string' } },
    },
  },
}

export const good = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'shirts.a.example.com' },
  spec: {
    group: 'a.example.com',
    scope: 'Namespaced',
    names: {
      plural: 'shirts',
      singular: 'shirt',
      kind: 'Shirt',
      listKind: 'ShirtList',
      shortNames: ['sh'],
      categories: ['all'],
    },
    conversion: {
      strategy: 'Webhook',
      webhook: {
        conversionReviewVersions: ['v1', 'v1beta1'],
        clientConfig: { service: { namespace: 'a', name: 'b', path: '/c', port: 443 } },
      },
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: schema },
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.size',
            statusReplicasPath: '.status.replicas',
            labelSelectorPath: '.status.selector',
          },
        },
        additionalPrinterColumns: [
          {
            name: 'Size',
            type: 'integer',
            format: 'int32',
            description: 'its size',
            priority: 1,
            jsonPath: '.spec.size',
          },
        ],
        selectableFields: [{ jsonPath: '.spec.colour' }],
      },
      {
        name: 'v1beta1',
        served: true,
        storage: false,
        deprecated: true,
        deprecationWarning: 'use v1',
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
}

export default async function askDefinitions(twins) {
  twins.known.push([
    /^body\.status\.(conditions|acceptedNames|observedGeneration)/,
    'a definition is served when its create is answered: its status says so at once',
  ])
  const dry = `${definitions}?dryRun=All`
  await twins.ask({ method: 'POST', path: dry, body: good })
  const seen = ([first]) => first === 'spec' || first === 'metadata'
  for (const [note, body] of mutations(good, seen)) await twins.ask({ method: 'POST', path: dry, body }, { note })
}
