/** A kind of people's own that says all that a schema can say, defined on both sides. */
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const text = { type: 'string' }
const whole = { type: 'integer' }
const object = (properties, more) => ({ type: 'object', properties, ...more })
const list = (items, more) => ({ type: 'array', items, ...more })
const formats = [
  'byte',
  'date',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'cidr',
  'mac',
  'uri',
  'uuid',
  'uuid3',
  'uuid4',
  'uuid5',
  'isbn',
  'isbn10',
  'isbn13',
  'creditcard',
  'ssn',
  'hexcolor',
  'rgbcolor',
  'bsonobjectid',
  'password',
  'k8s-short-name',
  'k8s-long-name',
]

const spec = object(
  {
    size: { ...whole, minimum: 0, maximum: 9, default: 1 },
    colour: { ...text, enum: ['red', 'green', 'blue', ''], default: 'red' },
    nullable: { ...text, nullable: true, enum: ['a', 'b'] },
    filled: { ...text, default: 'full', nullable: false },
    name: { ...text, minLength: 2, maxLength: 5, pattern: '^[a-z]+$' },
    flag: { type: 'boolean' },
    port: {
      'x-kubernetes-int-or-string': true,
      anyOf: [whole, text].map(({ type }) => ({ type })),
      pattern: '^[a-z0-9%]+$',
      minimum: 1,
    },
    parts: list(
      object(
        {
          name: { ...text, default: 'one' },
          port: { ...whole, default: 80 },
          to: { ...text, nullable: true },
          inner: object({ a: { ...whole, default: 7 } }, { default: {} }),
        },
        { required: ['name'] },
      ),
      {
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name', 'port'],
        maxItems: 4,
        minItems: 1,
      },
    ),
    tags: list(text, { 'x-kubernetes-list-type': 'set', maxItems: 3 }),
    map: object(undefined, {
      additionalProperties: { type: 'number', maximum: 5 },
      maxProperties: 3,
      minProperties: 1,
    }),
    extra: object({ known: whole }, { 'x-kubernetes-preserve-unknown-fields': true }),
    any: { 'x-kubernetes-preserve-unknown-fields': true },
    template: object(
      { spec: object({ a: { ...whole, default: 2 } }) },
      { 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
    ),
    choice: object(
      { a: text, b: whole, c: whole },
      {
        oneOf: [{ required: ['a'] }, { required: ['b'], properties: { b: { minimum: 3 } } }],
        not: { required: ['a', 'c'] },
        allOf: [
          { properties: { c: { maximum: 9 } } },
          { anyOf: [{ required: ['a'] }, { required: ['b'] }, { properties: { c: { enum: [1, 2] } } }] },
        ],
      },
    ),
    formats: object(Object.fromEntries(formats.map((format) => [format, { ...text, format }]))),
    numbers: object({
      integer: whole,
      int32: { ...whole, format: 'int32' },
      int64: { ...whole, format: 'int64' },
      number: { type: 'number' },
      float: { type: 'number', format: 'float' },
      double: { type: 'number', format: 'double' },
      either: { 'x-kubernetes-int-or-string': true },
      fifths: { ...whole, multipleOf: 5 },
      thirds: { type: 'number', multipleOf: 0.1 },
      fraction: { ...whole, maximum: 4.5 },
      halves: { ...whole, multipleOf: 1.5 },
      enum: { type: 'number', enum: [1, 2.5] },
      above: { ...whole, minimum: 3, exclusiveMinimum: true },
      below: { type: 'number', maximum: 3, exclusiveMaximum: true },
      low: { ...whole, format: 'int32', minimum: -2147483649 },
    }),
  },
  {
    required: ['size', 'name'],
    'x-kubernetes-validations': [
      { rule: 'self.size < 8', message: 'too large', reason: 'FieldValueForbidden', fieldPath: '.size' },
      {
        rule: "self.colour != 'blue' || self.size > 2",
        messageExpression: "'not ' + self.colour",
        reason: 'FieldValueDuplicate',
      },
      { rule: 'self.size >= oldSelf.size', reason: 'FieldValueRequired', fieldPath: '.colour' },
      { rule: "!has(self.map) || self.map.all(key, key != 'bad')", fieldPath: '.map' },
    ],
  },
)

export const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'shirts.compare.example.com' },
  spec: {
    group: 'compare.example.com',
    scope: 'Namespaced',
    names: { plural: 'shirts', kind: 'Shirt', shortNames: ['sh'], categories: ['clothes'] },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: object(
            {
              spec,
              status: object({
                replicas: { ...whole, maximum: 99 },
                selector: text,
                notes: list({ ...text, maxLength: 3 }),
              }),
            },
            { required: ['spec'] },
          ),
        },
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.size',
            statusReplicasPath: '.status.replicas',
            labelSelectorPath: '.status.selector',
          },
        },
        additionalPrinterColumns: [
          { name: 'Size', type: 'integer', jsonPath: '.spec.size', description: 'how large' },
          { name: 'Name', type: 'string', jsonPath: '.spec.name', priority: 1 },
          { name: 'Tags', type: 'string', jsonPath: '.spec.tags' },
          { name: 'Tag', type: 'string', jsonPath: '.spec.tags[*]' },
          { name: 'Part', type: 'integer', jsonPath: ".spec.parts[?(@.name=='one')].port" },
          { name: 'Map', type: 'string', jsonPath: '.spec.map' },
          { name: 'Flag', type: 'boolean', jsonPath: '.spec.flag' },
          { name: 'Since', type: 'date', jsonPath: '.metadata.creationTimestamp' },
          { name: 'Date', type: 'date', jsonPath: '.spec.name' },
          { name: 'Number', type: 'number', jsonPath: '.spec.map.a' },
          { name: 'Wrong', type: 'integer', jsonPath: '.spec.name' },
        ],
        selectableFields: [{ jsonPath: '.spec.colour' }, { jsonPath: '.spec.size' }, { jsonPath: '.spec.flag' }],
      },
      {
        name: 'v1beta1',
        served: true,
        storage: false,
        deprecated: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
}

export const shirts = '/apis/compare.example.com/v1/namespaces/default/shirts'
export const shirt = {
  apiVersion: 'compare.example.com/v1',
  kind: 'Shirt',
  metadata: { name: 'a' },
  spec: {
    size: 3,
    colour: 'green',
    nullable: 'a',
    name: 'abc',
    flag: true,
    port: 'http',
    parts: [{ name: 'one', port: 1, to: 'x' }, { name: 'two' }],
    tags: ['a', 'b'],
    map: { a: 1.5, b: 2 },
    extra: { known: 1, other: [1, null, { b: null }] },
    any: { a: 1 },
    template: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', labels: { a: 'b' }, finalizers: ['a/b'] },
      spec: { a: 1, b: 2 },
    },
    choice: { a: 'x' },
  },
  status: { replicas: 3, selector: 'a=b', notes: ['a'] },
}

/** Both sides serve `of` afterwards; what stood before is gone. */
export async function define({ upstream, operon }, of = definition, at = shirts) {
  for (const side of [upstream, operon]) {
    const path = `${definitions}/${of.metadata.name}`
    await side.ask({ method: 'DELETE', path })
    await until(async () => (await side.ask({ path })).status === 404)
    const { status, text } = await side.ask({ method: 'POST', path: definitions, body: of })
    if (status !== 201) throw new Error(`${side.name}: ${text}`)
    await until(async () => (await side.ask({ path: at })).status === 200)
  }
}

async function until(isSo) {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries === 100) throw new Error('waited for 10 s')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
