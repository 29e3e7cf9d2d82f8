/** Rules in CEL of people's own definitions, through the front door. */
import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

const definition = (rule: object): object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.ex.io' },
  spec: {
    group: 'ex.io',
    scope: 'Namespaced',
    names: { plural: 'things', kind: 'Thing' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { n: { type: 'integer', maximum: 9 } },
                'x-kubernetes-validations': [rule],
              },
            },
          },
        },
      },
    ],
  },
})
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const things = '/apis/ex.io/v1/namespaces/default/things'
const thing = (n: number, resourceVersion?: string) => ({
  apiVersion: 'ex.io/v1',
  kind: 'Thing',
  metadata: { name: 'a', resourceVersion },
  spec: { n },
})

describe('rules in CEL', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await TestServer.start()
  })
  afterEach(() => server.stop())

  const send = (method: string, path: string, body: object) => server.ask(path, { method, body })

  it('refuse what breaks them, on create and with the old object on update', async () => {
    const grows = { rule: 'self.n >= oldSelf.orValue(self).n', message: 'may not shrink', optionalOldSelf: true }
    expect((await send('POST', definitions, definition(grows))).status).to.equal(201)
    const made = await send('POST', things, thing(3))
    expect(made.status).to.equal(201)
    const grown = await send('PUT', `${things}/a`, thing(4, made.json.metadata.resourceVersion))
    expect(grown.status).to.equal(200)
    const refused = await send('PUT', `${things}/a`, thing(2, grown.json.metadata.resourceVersion))
    expect(refused.status).to.equal(422)
    expect(refused.json.details.causes).to.deep.equal([
      { reason: 'FieldValueInvalid', message: 'Invalid value: may not shrink', field: 'spec' },
    ])
  })

  it('are asked beside limits of the schema, and not at all while types, enums or lengths are wrong', async () => {
    await send('POST', definitions, definition({ rule: 'self.n != 12', message: 'no dozen' }))
    const fieldsOf = async (n: unknown) => {
      const { json } = await send('POST', things, { ...thing(0), spec: { n } })
      return json.details.causes.map(({ reason, field }: Record<string, string>) => `${reason} ${field}`)
    }
    expect(await fieldsOf(12)).to.deep.equal(['FieldValueInvalid spec.n', 'FieldValueInvalid spec'])
    expect(await fieldsOf('12')).to.deep.equal(['FieldValueTypeInvalid spec.n', 'FieldValueInvalid <nil>'])
  })

  it('that do not compile are refused with their definition', async () => {
    const refused = await send('POST', definitions, definition({ rule: 'self.m > 0' }))
    expect(refused.status).to.equal(422)
    expect(refused.json.message).to.contain("undefined field 'm'")
  })
})
