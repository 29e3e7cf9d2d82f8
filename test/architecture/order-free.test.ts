/** DESIGN section 2, rule 7: the order of a list means nothing, and each of its members can be left out without harm to the others. */
import { expect } from 'chai'
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import { seededRandom } from '../../core/kit/index.js'
import { defineOperator, type Operator } from '../../core/operator.js'
import type { ServerPlugins } from '../../core/server.js'
import { Namespace } from '../../crds/generated/tokens.js'
import { operators } from '../../operators/index.js'
import { kindPlugins } from '../../plugins/kind/index.js'
import { RunningCluster } from '../kit/running-cluster.js'
import { type Answer, answersOf } from './server-answers.js'

type Change = (all: ServerPlugins) => ServerPlugins

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed)
  return list
    .map((item) => ({ item, rank: random.fraction() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}

const shuffledPlugins =
  (seed: number): Change =>
  (all) => ({
    ...all,
    kinds: shuffled(all.kinds, seed),
    subresources: shuffled(all.subresources, seed),
    admission: shuffled(all.admission, seed),
    objects: shuffled(all.objects, seed),
    authenticators: (...given) => shuffled(all.authenticators(...given), seed),
    authorizers: (views) => shuffled(all.authorizers(views), seed),
  })

/** Steps whose answers differ, by status alone or by every byte. */
function differing(one: Map<string, Answer>, other: Map<string, Answer>, by: 'status' | 'body'): string[] {
  return [...one].filter(([name, answer]) => answer[by] !== other.get(name)?.[by]).map(([name]) => name)
}

describe('the lists of plugins', function () {
  this.timeout(60_000)
  let all: ServerPlugins
  let told: Map<string, Answer>

  before(async () => {
    told = await answersOf((given) => (all = given))
  })

  it('are what every step of the comparison is answered by', () => {
    const failed = [...told].filter(([, { status }]) => status === 404 || status === 405 || status >= 500)
    expect(failed).to.deep.equal([])
    expect(all.kinds).to.equal(kindPlugins)
  })

  it('can be shuffled: every answer stays the same', async () => {
    for (const seed of [1, 2, 3]) {
      expect(differing(told, await answersOf(shuffledPlugins(seed)), 'body'), `seed ${seed}`).to.deep.equal([])
    }
  })

  it('can do without each kind: its objects are still served, and so is everything else', async () => {
    for (const [at, { group, plural }] of kindPlugins.entries()) {
      const answers = await answersOf((given) => ({ ...given, kinds: without(given.kinds, at) }))
      expect(differing(told, answers, 'status'), `without ${group}/${plural}`).to.deep.equal([])
    }
  })

  it('can do without each subresource: it alone is refused', async () => {
    for (const [at, { group, plural, subresource }] of all.subresources.entries()) {
      const answers = await answersOf((given) => ({ ...given, subresources: without(given.subresources, at) }))
      expect(differing(told, answers, 'status')).to.deep.equal([`${group}/${plural}/${subresource}`])
    }
  })

  it('can do without each admission plugin, authenticator and authorizer', async () => {
    const changes: [string, Change][] = [
      ...all.admission.map(({ name }, at): [string, Change] => [
        name,
        (given) => ({ ...given, admission: without(given.admission, at) }),
      ]),
      ...[0, 1].map((at): [string, Change] => [
        `authenticator ${at}`,
        (given) => ({ ...given, authenticators: (...more) => without(given.authenticators(...more), at) }),
      ]),
      ...[0, 1].map((at): [string, Change] => [
        `authorizer ${at}`,
        (given) => ({ ...given, authorizers: (views) => without(given.authorizers(views), at) }),
      ]),
    ]
    for (const [name, change] of changes) {
      expect(differing(told, await answersOf(change), 'status'), `without ${name}`).to.deep.equal([])
    }
  })

  it('would be caught if a plugin needed another one, or its place in the list', async () => {
    const needy: AdmissionPlugin = {
      name: 'needy',
      admits: ({ plural, operation, subresource }) => plural === 'pods' && operation === 'CREATE' && subresource === '',
      mutate({ object }) {
        const spec = object?.['spec'] as { readonly priority?: number } | undefined
        if (spec?.priority === undefined) throw new Error('there is no priority yet')
      },
    }
    const last: Change = (given) => ({ ...given, admission: [...given.admission, needy] })
    const first: Change = (given) => ({ ...given, admission: [needy, ...given.admission] })
    const alone: Change = (given) => last({ ...given, admission: given.admission.filter(isNot('pod-priority')) })
    expect(differing(told, await answersOf(last), 'status')).to.deep.equal([])
    expect(differing(told, await answersOf(first), 'status')).to.include('pod web')
    expect(differing(told, await answersOf(alone), 'status')).to.include('pod web')
  })
})

const isNot =
  (name: string) =>
  (plugin: AdmissionPlugin): boolean =>
    plugin.name !== name

describe('the list of operators', function () {
  this.timeout(60_000)
  let cluster: RunningCluster

  before(async () => {
    cluster = await RunningCluster.start(...operators)
  })
  after(() => cluster?.stop())

  /** Starts these, and answers which have come to run, once each of them runs or has failed. */
  async function running(some: readonly Operator[]): Promise<string[]> {
    await cluster.restart(...some)
    for (;;) {
      const states = cluster.operators()
      if (states.every(({ state }) => state !== 'waiting' && state !== 'syncing'))
        return states.filter(({ state, restarts }) => state === 'running' && restarts === 0).map(({ name }) => name)
      // A round trip lets the operators go on.
      await cluster.client.list(Namespace)
    }
  }

  const names = (some: readonly Operator[]) => some.map(({ name }) => name).sort()

  it('can be shuffled', async () => {
    for (const seed of [1, 2]) expect(await running(shuffled(operators, seed))).to.deep.equal(names(operators))
  })

  it('can do without each of them', async () => {
    for (const at of operators.keys()) {
      const some = without(operators, at)
      expect(await running(some), `without ${operators[at]?.name}`).to.deep.equal(names(some))
    }
  })

  it('would be caught if one needed another', async () => {
    const started = new Set<string>()
    const base = defineOperator({
      name: 'base',
      description: 'Runs.',
      run: async ({ signal }) => {
        started.add('base')
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    })
    const needy = defineOperator({
      name: 'needy',
      description: 'Needs base.',
      run: async ({ signal }) => {
        if (!started.has('base')) throw new Error('base does not run')
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      },
    })
    expect(await running([needy])).to.deep.equal([])
    expect(await running([base, needy])).to.deep.equal(['base', 'needy'])
  })
})
