import { expect } from 'chai'
import { readJson, writeJson } from '../../kit/index.js'
import { AdmissionExpressions } from './admission.js'
import { type Elsewhere, evaluateFar } from './far.js'

const sight = { params: true, authorizer: true, variables: true }
const data = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`key-${at}`, `value-${at}`]))
const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data }
const squared = 'object.data.all(a, object.data.all(b, a == b || object.data[a] != object.data[b]))'
const asker = {
  user: { username: 'u', uid: '', groups: [], extra: {} },
  requested: { group: '', resource: 'configmaps', verb: 'create', namespace: '', name: '' },
} as never

const variables = {
  few: 'object.data.size()',
  dear: squared,
  later: 'variables.dear && variables.few == 60',
  tooDear: 'object.data.all(a, object.data.all(b, object.data.all(c, a != b || b != c || true)))',
  broken: 'object.none',
}

/** What each comes to and how much is left, the one after the other in one request. */
async function outcomes(texts: readonly string[], elsewhere?: Elsewhere): Promise<unknown[]> {
  const expressions = new AdmissionExpressions({}, elsewhere)
  for (const [name, text] of Object.entries(variables)) expressions.addVariable(name, text, sight)
  const request = { userInfo: { username: 'u' }, operation: 'CREATE' }
  const evaluation = expressions.evaluation({
    object,
    oldObject: undefined,
    request,
    namespaceObject: undefined,
    params: { most: 9007199254740993n.toString() },
    asker,
    budget: 3_000_000,
  })
  const told: unknown[] = []
  for (const text of texts)
    for (let twice = 0; twice < 2; twice++)
      told.push(await evaluation.evaluate(expressions.compile({ text }, sight)), evaluation.left)
  return told
}

describe('an expression that costs more than its thread may give', () => {
  const sent: string[] = []
  const elsewhere: Elsewhere = async (asked) => {
    sent.push(asked.text)
    return readJson(writeJson(evaluateFar(readJson(writeJson(asked)) as typeof asked))) as ReturnType<
      typeof evaluateFar
    >
  }
  beforeEach(() => (sent.length = 0))

  for (const texts of [
    [squared],
    ['variables.few > 3', squared, 'variables.few > 3 && variables.dear', 'variables.later', 'variables.dear'],
    ['variables.few > 3 && variables.dear', 'variables.few == 60', 'variables.dear'],
    ['variables.tooDear', 'variables.few == 60', 'variables.tooDear', squared, squared, squared],
    ['variables.broken == 1', `${squared} && variables.broken == 1`, 'object.data.none == "1"'],
    [`${squared} ? params.most : "none"`, `[${squared} ? 1 : 2, int(3)]`],
  ])
    it(`comes to the same elsewhere, for the same cost: ${texts[0]!.slice(0, 30)} (${texts.length})`, async () => {
      const far = await outcomes(texts, elsewhere)
      expect(far).to.deep.equal(await outcomes(texts))
      expect(sent).not.to.deep.equal([])
    })

  it('stays where it is when it is cheap', async () => {
    await outcomes(['variables.few == 60', 'object.data.all(a, a != "")'], elsewhere)
    expect(sent).to.deep.equal([])
  })
})
