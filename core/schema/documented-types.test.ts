import { expect } from 'chai'
import { documentedTypes } from './documented-types.js'
import type { SchemaNode } from './schema-node.js'

const types = (name: string): SchemaNode => ({
  description: `own words about ${name}`,
  properties: { port: { description: 'own words', type: 'string' }, silent: { type: 'string' } },
})
const line = (name: string, words: object) => `${name}\t${JSON.stringify(words)}\n`

describe('documented types', () => {
  const source = documentedTypes(
    types,
    () =>
      line('CoreV1Event', { '': 'an event', silent: 'said' }) +
      line('V1Pod', { port: 'IntOrString is a type that can hold an int32 or a string.' }),
  )

  it('take the words of their class, by its long name or its short one', () => {
    expect(source('io.k8s.api.core.v1.Event')).to.deep.equal({
      description: 'an event',
      properties: {
        port: { description: 'own words', type: 'string' },
        silent: { description: 'said', type: 'string' },
      },
    })
    expect(source('io.k8s.api.events.v1.Event')).to.deep.equal(types('io.k8s.api.events.v1.Event'))
  })

  it('keep their own words where the others say nothing of the member', () => {
    expect(source('io.k8s.api.core.v1.Pod').properties?.['port']?.description).to.equal('own words')
  })
})
