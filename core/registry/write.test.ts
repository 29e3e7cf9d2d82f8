import { expect } from 'chai'
import { type Bench, type BenchOptions, read, refusal, registryBench } from '../../test/kit/registry.js'
import type { AdmissionPlugin, Settlement } from '../admission/contract.js'
import { forbidden, type KubeObject } from '../meta/index.js'
import { kindPlugins } from '../../plugins/kind/index.js'
import type { KindPlugin } from './contract.js'

const configMap = { metadata: { name: 'web' }, data: { a: 'b' } }
const deployment = {
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } },
  },
}

const update = async (bench: Bench, object: KubeObject, given: { dryRun?: boolean } = {}) => {
  const target = bench.target('configmaps', 'web')
  return read((await bench.registry.update(target, object, bench.context(given))).answer)
}

describe('a body', () => {
  it('with unknown fields is taken with a warning, in silence, or not at all, as the client wishes', async () => {
    const bench = await registryBench()
    const odd = { ...deployment, spec: { ...deployment.spec, replcas: 3 }, speck: {} }
    const made = await bench.create('deployments.apps', odd)
    expect(made.spec).not.to.have.property('replcas')
    expect(bench.warnings.sort()).to.deep.equal(['unknown field "spec.replcas"', 'unknown field "speck"'])
    bench.warnings.length = 0
    await bench.create('deployments.apps', { ...odd, metadata: { name: 'b' } }, { fieldValidation: 'Ignore' })
    expect(bench.warnings).to.deep.equal([])
    const strict = bench.create('deployments.apps', { ...odd, metadata: { name: 'c' } }, { fieldValidation: 'Strict' })
    const error = await refusal(strict)
    expect(error.code).to.equal(400)
    expect(error.message).to.match(
      /^Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field/,
    )
  })

  it('of a patch with unknown fields is 422 when strict', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const patch = { type: 'application/merge-patch+json', body: { spec: 1 }, force: false } as const
    const context = bench.context({ fieldValidation: 'Strict' })
    const error = await refusal(bench.registry.patch(bench.target('configmaps', 'web'), patch, context))
    expect(error.code).to.equal(422)
    expect(error.message).to.contain('strict decoding error: unknown field "spec"')
  })

  it('with members of a wrong type is 400 on create and update, 422 on patch', async () => {
    const bench = await registryBench()
    const wrong = { ...configMap, data: { a: 5 } }
    expect((await refusal(bench.create('configmaps', wrong))).code).to.equal(400)
    await bench.create('configmaps', configMap)
    expect((await refusal(update(bench, structuredClone(wrong) as unknown as KubeObject))).code).to.equal(400)
    const patch = { type: 'application/merge-patch+json', body: { data: { a: 5 } }, force: false } as const
    const error = await refusal(bench.registry.patch(bench.target('configmaps', 'web'), patch, bench.context()))
    expect(error.code).to.equal(422)
    expect(error.message).to.contain('patch: Invalid value')
  })

  it('with members of a wrong type is told as upstream tells it of that type of patch', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const told = async (type: 'merge' | 'strategic-merge', body: object) => {
      const patch = { type: `application/${type}-patch+json`, body, force: false } as const
      return (await refusal(bench.registry.patch(bench.target('configmaps', 'web'), patch, bench.context()))).message
    }
    expect(await told('strategic-merge', { metadata: { labels: 'no' }, data: null })).to.equal(
      ' "" is invalid: patch: Invalid value: "map[data:<nil> metadata:map[labels:no]]": cannot restore map from string',
    )
    expect(await told('strategic-merge', { immutable: 'x' })).to.match(/: unrecognized type: bool$/)
    expect(await told('strategic-merge', { data: { a: 5 } })).to.match(/: cannot convert int64 to string$/)
    expect(await told('strategic-merge', { data: { a: 2n ** 53n + 1n } })).to.match(
      /"map\[data:map\[a:9007199254740993\]\]": cannot convert int64 to string$/,
    )
    expect(await told('merge', { data: [1] })).to.match(
      /^ "" is invalid: patch: Invalid value: "\{.*\}": json: cannot unmarshal array into Go struct field ConfigMap.data of type map\[string\]string$/,
    )
  })

  it('that is no object at all is 400', async () => {
    const bench = await registryBench()
    for (const body of [null, [], 'x', 5, { metadata: 5 }, { metadata: [] }]) {
      const target = bench.target('configmaps')
      const error = await refusal(bench.registry.create(target, body as never, bench.context()))
      expect(error.code, JSON.stringify(body)).to.equal(400)
      const patched = bench.registry.update(bench.target('configmaps', 'web'), body as never, bench.context())
      expect((await refusal(patched)).code, JSON.stringify(body)).to.be.oneOf([400, 404])
    }
  })

  it('too long to be stored is 413', async () => {
    const bench = await registryBench()
    const error = await refusal(bench.create('configmaps', { ...configMap, data: { a: 'x'.repeat(1_600_000) } }))
    expect(error.code).to.equal(413)
  })

  it('too long for its kind is told so before it is too long for all, however it is written', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const large = { ...configMap, data: { a: 'x'.repeat(1_600_000) } }
    for (const given of [{}, { pause: () => Promise.resolve() }]) {
      const { status } = await refusal(bench.create('configmaps', large, given))
      expect(status.details?.causes?.map(({ reason }) => reason)).to.deep.equal(['FieldValueTooLong'])
    }
  })

  it('gets its defaults', async () => {
    const bench = await registryBench()
    const made = await bench.create('deployments.apps', deployment)
    expect(made.spec).to.deep.include({ replicas: 1, revisionHistoryLimit: 10 })
  })
})

describe('admission', () => {
  const settled: string[] = []
  const settling = (name: string, more: Partial<AdmissionPlugin> = {}): AdmissionPlugin => ({
    name,
    admits: ({ plural }) => plural === 'configmaps',
    mutate: () => (settlement: Settlement) => void settled.push(`${name} ${settlement}`),
    ...more,
  })

  beforeEach(() => void settled.splice(0))

  it('changes the object before it is validated, and defaults are set again', async () => {
    const bench = await registryBench({
      admission: [
        {
          name: 'scaler',
          admits: ({ plural }) => plural === 'deployments',
          mutate: ({ object }) => {
            const spec = object!.spec as Record<string, unknown>
            delete spec.replicas
            object!.metadata.labels = { added: 'yes' }
          },
          validate: ({ object }) => {
            expect(object!.spec).to.deep.include({ replicas: 1 })
          },
        },
      ],
    })
    const made = await bench.create('deployments.apps', deployment)
    expect(made.metadata.labels).to.deep.equal({ added: 'yes' })
    expect(made.spec).to.deep.include({ replicas: 1 })
  })

  it('may refuse, and nothing is stored', async () => {
    const plugin = settling('a', {
      validate: ({ name }) => {
        throw forbidden({ group: '', plural: 'configmaps' }, name, 'not today')
      },
    })
    const bench = await registryBench({ admission: [plugin] })
    const error = await refusal(bench.create('configmaps', configMap))
    expect(error.message).to.equal('configmaps "web" is forbidden: not today')
    expect((await refusal(bench.get('configmaps', 'web'))).code).to.equal(404)
    expect(settled).to.deep.equal(['a refused'])
  })

  it('hears once what became of each request', async () => {
    const bench = await registryBench({ admission: [settling('a'), settling('b')] })
    const made = await bench.create('configmaps', configMap)
    await refusal(bench.create('configmaps', configMap))
    await bench.create('configmaps', { ...configMap, metadata: { name: 'dry' } }, { dryRun: true })
    await refusal(bench.create('configmaps', { ...configMap, metadata: { name: 'Not Valid' } }))
    await update(bench, { ...made, data: {} })
    await bench.registry.delete(bench.target('configmaps', 'web'), {}, bench.context())
    const words = ['committed', 'refused', 'dryRun', 'refused', 'committed', 'committed']
    expect(settled).to.deep.equal(words.flatMap((word) => [`a ${word}`, `b ${word}`]))
  })

  it('of an update that lost its race is told so, and asked again', async () => {
    let isFirst = true
    const racer = settling('racer', {
      validate: async ({ operation, user }) => {
        if (operation !== 'UPDATE' || !isFirst || user.username !== 'tester') return
        isFirst = false
        await update(bench, structuredClone({ ...configMap, data: { other: 'x' } }) as unknown as KubeObject)
      },
    })
    const bench: Bench = await registryBench({ admission: [racer] })
    await bench.create('configmaps', configMap)
    settled.splice(0)
    const patch = { type: 'application/merge-patch+json', body: { data: { mine: 'y' } }, force: false } as const
    await bench.registry.patch(bench.target('configmaps', 'web'), patch, bench.context())
    expect((await bench.get('configmaps', 'web')).data).to.deep.equal({ other: 'x', mine: 'y' })
    expect(settled).to.deep.equal(['racer committed', 'racer refused', 'racer committed'])
  })
})

describe('a kind’s plugin', () => {
  const calls: string[] = []
  const plugin: KindPlugin = {
    group: '',
    plural: 'configmaps',
    prepare(object, old, { operation }) {
      calls.push(`prepare ${operation} ${old ? 'over' : 'new'}`)
      const data = object.data as Record<string, string>
      data.prepared = String(Object.keys(data).length)
    },
    validate(object, old, { operation, warn }) {
      calls.push(`validate ${operation} ${old ? 'over' : 'new'}`)
      warn('looks odd')
      const { bad } = object.data as Record<string, string>
      return bad ? [{ reason: 'FieldValueInvalid', message: `Invalid value: "${bad}": bad`, field: 'data.bad' }] : []
    },
  }
  const options: BenchOptions = { kinds: [plugin] }

  beforeEach(() => void calls.splice(0))

  it('prepares and validates after admission and before the commit', async () => {
    const bench = await registryBench(options)
    const made = await bench.create('configmaps', configMap)
    expect(made.data).to.deep.equal({ a: 'b', prepared: '1' })
    await update(bench, { ...made, data: { c: 'd' } })
    expect(calls).to.deep.equal([
      'prepare create new',
      'validate create new',
      'prepare update over',
      'validate update over',
    ])
    expect(bench.warnings).to.deep.equal(['looks odd', 'looks odd'])
  })

  it('may find it invalid, besides what else is wrong', async () => {
    const bench = await registryBench(options)
    const error = await refusal(bench.create('configmaps', { metadata: { name: 'A' }, data: { bad: 'x' } }))
    expect(error.status.details?.causes?.map((cause) => cause.field)).to.deep.equal(['metadata.name', 'data.bad'])
    expect(error.message).to.match(
      /^ConfigMap "A" is invalid: \[metadata.name: .*, data.bad: Invalid value: "x": bad\]$/,
    )
  })
})
