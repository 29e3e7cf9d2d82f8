/** What a compiled definition keeps. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { systemClock } from '../../kit/index.js'
import { TypeBuilder } from '../build-type.js'
import { compileCustom, type CustomManifest } from './compile.js'
import { WarmSchemas } from './warm.js'

function manifest(): CustomManifest {
  const spec = { type: 'object', properties: { replicas: { type: 'integer' } } }
  const openAPIV3Schema = { type: 'object', properties: { spec } }
  const scale = { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' }
  const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema }, subresources: { scale } }
  return {
    metadata: { name: 'things.example.com' },
    spec: { group: 'example.com', scope: 'Namespaced', versions: [version] },
    status: {
      acceptedNames: { plural: 'things', kind: 'Thing' },
      conditions: [{ type: 'Established', status: 'True' }],
    },
  }
}

describe('a compiled definition', () => {
  it('keeps its schema packed, and none of the objects that it was read from', async () => {
    const types = () => ({ type: 'object' })
    const parts = {
      types,
      builder: new TypeBuilder(types),
      warm: new WarmSchemas(systemClock),
      conversion: () => undefined,
    }
    const compile = () => {
      const read = manifest()
      const schema = new WeakRef(read.spec.versions[0]!.schema!.openAPIV3Schema!)
      return { schema, definition: compileCustom(read, parts)! }
    }
    const { schema, definition } = compile()
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    await new Promise((resolve) => setImmediate(resolve))
    collect()
    expect(schema.deref()).to.equal(undefined)
    expect(definition.versions[0]!.schema().properties).to.have.nested.property('spec.properties.replicas')
  })
})
