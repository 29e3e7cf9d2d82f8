import { expect } from 'chai'
import fc from 'fast-check'
import { type Bench, builtIns, read, refusal, registryBench } from '../../test/kit/registry.js'
import type { Definition } from '../schema/index.js'
import type { Listed, ListOptions } from './verbs.js'

async function fill(bench: Bench, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const metadata = {
      name: `c${String(n).padStart(3, '0')}`,
      labels: { app: n % 3 === 0 ? 'web' : 'db', n: String(n) },
    }
    await bench.create('configmaps', { metadata })
  }
}

const list = (bench: Bench, options: ListOptions = {}, namespace = 'default') =>
  bench.registry.list(bench.target('configmaps', '', { namespace }), options)
const names = ({ items }: Listed) => items.map((item) => read(item).metadata.name)

describe('list', () => {
  it('answers what is stored, unparsed, in order of name, with the revision it shows', async () => {
    const bench = await registryBench()
    await fill(bench, 3)
    const listed = await list(bench)
    expect(names(listed)).to.deep.equal(['c000', 'c001', 'c002'])
    expect(listed.items.every((item) => 'record' in item)).to.equal(true)
    expect(listed.revision).to.equal(bench.storage.revision())
    expect(listed.continue).to.equal(undefined)
    expect(names(await list(bench, {}, 'other'))).to.deep.equal([])
  })

  it('over all namespaces goes by namespace, then name', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', { metadata: { name: 'b' } })
    await bench.create('configmaps', { metadata: { name: 'a', namespace: 'other' } })
    expect(names(await list(bench, {}, ''))).to.deep.equal(['b', 'a'])
    expect(names(await list(bench, { fieldSelector: 'metadata.namespace=other' }, ''))).to.deep.equal(['a'])
  })

  it('selects by labels and fields', async () => {
    const bench = await registryBench()
    await fill(bench, 10)
    expect(names(await list(bench, { labelSelector: 'app=web' }))).to.deep.equal(['c000', 'c003', 'c006', 'c009'])
    expect(names(await list(bench, { labelSelector: 'app!=web,n in (1,2,3)' }))).to.deep.equal(['c001', 'c002'])
    expect(names(await list(bench, { fieldSelector: 'metadata.name=c004' }))).to.deep.equal(['c004'])
    expect(names(await list(bench, { fieldSelector: 'metadata.name=c004', labelSelector: 'app=web' }))).to.deep.equal(
      [],
    )
    expect(names(await list(bench, { fieldSelector: 'metadata.name=none' }))).to.deep.equal([])
    expect(
      names(await list(bench, { fieldSelector: 'metadata.name!=c004,metadata.name!=c005', limit: 6 })),
    ).to.have.length(6)
  })

  it('selects pods by the fields that pods can be selected by', async () => {
    const bench = await registryBench({ definitions: builtIns().map(selectableByNode) })
    const pod = (name: string, spec: object) => ({
      metadata: { name },
      spec: { containers: [{ name: 'c', image: 'i' }], ...spec },
    })
    await bench.create('pods', pod('a', { nodeName: 'node-one' }))
    await bench.create('pods', pod('b', { nodeName: 'node-two' }))
    await bench.create('pods', pod('c', {}))
    const pods = async (fieldSelector: string) =>
      names(await bench.registry.list(bench.target('pods'), { fieldSelector }))
    expect(await pods('spec.nodeName=node-one')).to.deep.equal(['a'])
    expect(await pods('spec.nodeName!=node-one')).to.deep.equal(['b', 'c'])
    expect(await pods('spec.nodeName=')).to.deep.equal(['c'])
    const error = await refusal(pods('spec.hostname=x'))
    expect(error.code).to.equal(400)
    expect(error.message).to.equal('field label not supported: spec.hostname')
  })

  it('refuses selectors that can not be', async () => {
    const bench = await registryBench()
    expect((await refusal(list(bench, { labelSelector: 'a b' }))).code).to.equal(400)
    expect((await refusal(list(bench, { fieldSelector: 'data.x=1' }))).message).to.equal(
      '"data.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
    )
  })

  it('comes in pages, with what remains when no selector hides it', async () => {
    const bench = await registryBench()
    await fill(bench, 10)
    const first = await list(bench, { limit: 4 })
    expect(names(first)).to.deep.equal(['c000', 'c001', 'c002', 'c003'])
    expect(first.remainingItemCount).to.equal(6)
    const selected = await list(bench, { limit: 2, labelSelector: 'app=web' })
    expect(names(selected)).to.deep.equal(['c000', 'c003'])
    expect(selected.remainingItemCount).to.equal(undefined)
    const rest = await list(bench, { labelSelector: 'app=web', continue: selected.continue as string })
    expect(names(rest)).to.deep.equal(['c006', 'c009'])
    expect(rest.continue).to.equal(undefined)
    expect((await list(bench, { limit: 10 })).continue).to.equal(undefined)
  })

  it('shows an exact older state, or one not older than asked for', async () => {
    const bench = await registryBench()
    await fill(bench, 2)
    const then = String(bench.storage.revision())
    await bench.create('configmaps', { metadata: { name: 'later' } })
    expect(names(await list(bench, { resourceVersion: then, resourceVersionMatch: 'Exact' }))).to.deep.equal([
      'c000',
      'c001',
    ])
    expect(names(await list(bench, { resourceVersion: then, limit: 5 }))).to.deep.equal(['c000', 'c001'])
    expect(names(await list(bench, { resourceVersion: then }))).to.include('later')
    expect(names(await list(bench, { resourceVersion: then, resourceVersionMatch: 'NotOlderThan' }))).to.include(
      'later',
    )
    expect(names(await list(bench, { resourceVersion: '0' }))).to.include('later')
  })

  it('waits a little for a revision that is not there yet, then says 504', async () => {
    const bench = await registryBench()
    const asked = refusal(list(bench, { resourceVersion: '1000000' }))
    await bench.clock.advance(3000)
    const error = await asked
    expect(error.code).to.equal(504)
    expect(error.status.details?.causes?.[0]?.reason).to.equal('ResourceVersionTooLarge')
    expect(error.status.details?.retryAfterSeconds).to.equal(1)
  })

  it('refuses parameters that do not go together', async () => {
    const bench = await registryBench()
    const code = async (options: ListOptions) => (await refusal(list(bench, options))).code
    expect(await code({ resourceVersionMatch: 'Exact' })).to.equal(422)
    expect(await code({ resourceVersionMatch: 'Exact', resourceVersion: '0' })).to.equal(422)
    expect(await code({ resourceVersionMatch: 'Other', resourceVersion: '5' })).to.equal(422)
    expect(await code({ resourceVersion: 'x' })).to.equal(400)
    expect(await code({ continue: 'x' })).to.equal(400)
    await fill(bench, 2)
    const token = (await list(bench, { limit: 1 })).continue as string
    expect(await code({ continue: token, resourceVersion: '5' })).to.equal(400)
    expect(await code({ continue: token, resourceVersion: '5', resourceVersionMatch: 'Exact' })).to.equal(422)
  })

  it('of a snapshot that is gone is 410, with a token that goes on without it', async () => {
    const bench = await registryBench()
    await fill(bench, 6)
    const first = await list(bench, { limit: 2 })
    await bench.create('configmaps', { metadata: { name: 'zzz' } })
    await bench.registry.delete(bench.target('configmaps', 'c002'), {}, bench.context())
    await bench.storage.compact(bench.storage.revision())
    const error = await refusal(list(bench, { continue: first.continue as string }))
    expect(error.code).to.equal(410)
    expect(error.reason).to.equal('Expired')
    expect(error.message).to.match(/^The provided continue parameter is too old to display a consistent list result/)
    const token = error.status.metadata.continue as string
    expect(names(await list(bench, { continue: token }))).to.deep.equal(['c003', 'c004', 'c005', 'zzz'])
    const exact = { resourceVersion: String(first.revision), resourceVersionMatch: 'Exact' }
    expect((await refusal(list(bench, exact))).message).to.equal(
      'The resourceVersion for the provided list is too old.',
    )
  })

  it('in pages of any size, with writes between them, adds up to the snapshot of the first page', async () => {
    const action = fc.oneof(
      fc.record({ verb: fc.constant('page' as const), limit: fc.integer({ min: 1, max: 7 }) }),
      fc.record({
        verb: fc.constantFrom('create' as const, 'delete' as const, 'change' as const),
        n: fc.integer({ min: 0, max: 30 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
        fc.array(action, { maxLength: 40 }),
        fc.constantFrom('', 'app=web', 'app!=web'),
        pagesAddUp,
      ),
      { numRuns: 60 },
    )
  })
})

function selectableByNode(definition: Definition): Definition {
  if (definition.names.plural !== 'pods' || definition.group !== '') return definition
  const versions = definition.versions.map((version) => ({ ...version, selectableFields: ['spec.nodeName'] }))
  return { ...definition, versions }
}

type Action = { verb: 'page'; limit: number } | { verb: 'create' | 'delete' | 'change'; n: number }

async function pagesAddUp(initial: number[], actions: Action[], labelSelector: string): Promise<void> {
  const bench = await registryBench()
  for (const n of initial) await write(bench, 'create', n)
  const whole = await list(bench, { labelSelector })
  let page = await list(bench, { labelSelector, limit: 1 })
  const pages = [...page.items]
  for (const action of [...actions, ...Array.from({ length: 31 }, () => ({ verb: 'page' as const, limit: 1 }))]) {
    if (action.verb !== 'page') await write(bench, action.verb, action.n)
    else if (page.continue) {
      page = await list(bench, { labelSelector, limit: action.limit, continue: page.continue })
      expect(page.revision).to.equal(whole.revision)
      expect(page.items.length).to.be.at.most(action.limit)
      pages.push(...page.items)
    }
  }
  expect(page.continue).to.equal(undefined)
  expect(pages.map(read)).to.deep.equal(whole.items.map(read))
}

async function write(bench: Bench, verb: 'create' | 'delete' | 'change', n: number): Promise<void> {
  const name = `c${n}`
  const at = bench.target('configmaps', name)
  const change = {
    type: 'application/merge-patch+json',
    body: { data: { at: String(bench.storage.revision()) } },
    force: false,
  } as const
  const act = {
    create: () => bench.create('configmaps', { metadata: { name, labels: { app: n % 2 ? 'web' : 'db' } } }),
    delete: () => bench.registry.delete(at, {}, bench.context()),
    change: () => bench.registry.patch(at, change, bench.context()),
  }[verb]
  await act().catch((error: { code?: number }) => expect(error.code).to.be.oneOf([404, 409]))
}
