import { expect } from 'chai'
import { createAdmissionChain } from './chain.js'
import type { AdmissionContext, AdmissionPlugin, AdmissionRequest } from './contract.js'

const context: AdmissionContext = {
  view: () => {
    throw new Error('no views here')
  },
  now: () => 0,
  get guarded(): never {
    throw new Error('no writes here')
  },
  get versions(): never {
    throw new Error('no versions here')
  },
  get kinds(): never {
    throw new Error('no kinds here')
  },
  authorize: () => ({ verdict: 'allow' }),
  expressions: () => {
    throw new Error('no expressions here')
  },
}

const request = (): AdmissionRequest => ({
  operation: 'CREATE',
  group: '',
  version: 'v1',
  askedGroup: '',
  askedVersion: 'v1',
  plural: 'things',
  kind: 'Thing',
  subresource: '',
  namespace: 'default',
  name: 'a',
  user: { username: 'someone', groups: [] },
  dryRun: false,
  object: { metadata: { labels: {} } },
  oldObject: undefined,
  warn: () => {},
})

const label = (name: string, later: boolean): AdmissionPlugin => ({
  name,
  admits: () => true,
  mutate({ object }) {
    const change = () => void (object!.metadata.labels![name] = String(Object.keys(object!.metadata.labels!).length))
    return later ? Promise.resolve().then(change) : change()
  },
})

const noErrors = (plugin: string, error: unknown) => {
  throw new Error(`${plugin}: ${error}`)
}

describe('the admission chain', () => {
  it('costs nothing when no plugin cares', () => {
    const chain = createAdmissionChain([{ ...label('a', false), admits: () => false }], context, noErrors)
    expect(chain.begin(request())).to.equal(undefined)
  })

  it('mutates in order, also when some plugins answer later', async () => {
    const asked = request()
    const passage = createAdmissionChain(
      [label('a', true), label('b', false), label('c', true)],
      context,
      noErrors,
    ).begin(asked)!
    await passage.mutate()
    expect(asked.object!.metadata.labels).to.deep.equal({ a: '0', b: '1', c: '2' })
  })

  it('mutates a second time, with all plugins, when all have had their turn and one asks for it; once what says so', async () => {
    const seen: string[] = []
    const plugin = (name: string, more: Partial<AdmissionPlugin> = {}, answer?: 'again'): AdmissionPlugin => ({
      name,
      admits: () => true,
      mutate() {
        seen.push(name)
        return answer
      },
      ...more,
    })
    const plugins = [plugin('once', { mutates: 'once' }), plugin('a'), plugin('asks', {}, 'again'), plugin('b')]
    await createAdmissionChain(plugins, context, noErrors).begin(request())!.mutate()
    expect(seen).to.deep.equal(['a', 'asks', 'b', 'a', 'asks', 'b', 'once'])
  })

  it('asks late validators only for what the others let pass', async () => {
    const asked: string[] = []
    const validator = (name: string, more: Partial<AdmissionPlugin> = {}, refuses = false): AdmissionPlugin => ({
      name,
      admits: () => true,
      async validate() {
        asked.push(name)
        if (refuses) throw new Error('no')
      },
      ...more,
    })
    const late = validator('late', { validates: 'late' })
    const last = validator('last', { validates: 'last' })
    const validate = (refuses: boolean) => {
      const chain = createAdmissionChain([late, last, validator('first', {}, refuses)], context, noErrors)
      return Promise.resolve(chain.begin(request())!.validate()).catch(({ message }: Error) => message)
    }
    expect(await validate(true)).to.equal('no')
    expect(asked.splice(0)).to.deep.equal(['first'])
    await validate(false)
    expect(asked).to.deep.equal(['first', 'late', 'last'])
  })

  it('stops mutating at the first refusal', async () => {
    const asked = request()
    const refuse: AdmissionPlugin = { name: 'no', admits: () => true, mutate: () => Promise.reject(new Error('no')) }
    const passage = createAdmissionChain([label('a', false), refuse, label('c', false)], context, noErrors).begin(
      asked,
    )!
    const error = await Promise.resolve(passage.mutate()).then(
      () => undefined,
      (e: Error) => e,
    )
    expect(error?.message).to.equal('no')
    expect(asked.object!.metadata.labels).to.deep.equal({ a: '0' })
  })

  it('asks every validator and reports the first refusal of the chain, not the first in time', async () => {
    const asked: string[] = []
    const validator = (name: string, answer: () => Promise<void> | undefined): AdmissionPlugin => ({
      name,
      admits: () => true,
      validate() {
        asked.push(name)
        return answer()
      },
    })
    const plugins = [
      validator('slow', () => Promise.resolve().then(() => Promise.reject(new Error('slow')))),
      validator('quick', () => {
        throw new Error('quick')
      }),
      validator('fine', () => undefined),
    ]
    const passage = createAdmissionChain(plugins, context, noErrors).begin(request())!
    const error = await Promise.resolve(passage.validate()).then(
      () => undefined,
      (e: Error) => e,
    )
    expect(error?.message).to.equal('slow')
    expect(asked).to.deep.equal(['slow', 'quick', 'fine'])
  })

  it('settles each reservation once, also those made before a refusal, and survives one that throws', async () => {
    const settled: string[] = []
    const errors: string[] = []
    const reserve = (name: string, fails = false): AdmissionPlugin => ({
      name,
      admits: () => true,
      mutate: () => (settlement) => {
        settled.push(`${name} ${settlement}`)
        if (fails) throw new Error('broken')
      },
    })
    const plugins = [reserve('a', true), reserve('b')]
    const chain = createAdmissionChain(plugins, context, (plugin) => void errors.push(plugin))
    const passage = chain.begin(request())!
    await passage.mutate()
    passage.settle('refused')
    passage.settle('committed')
    expect(settled).to.deep.equal(['a refused', 'b refused'])
    expect(errors).to.deep.equal(['a'])
  })
})
