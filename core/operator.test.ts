/** What the compiler must refuse; `npm run typecheck` fails when it does not. */
import { expect } from 'chai'
import { type Fleet, fleets, ships } from '../test/kit/sample-kinds.js'
import { defineOperator } from './operator.js'

const named = { name: 'x', description: 'y', kind: fleets }
const plan = () => ({})
const reconcile = async () => undefined
const run = async () => {}

describe('an operator', () => {
  it('gives exactly one answer, or does not compile', () => {
    expect(defineOperator({ ...named, owns: [{ kind: ships }], plan }).plan).to.equal(plan)
    expect(defineOperator({ ...named, reconcile }).reconcile).to.equal(reconcile)
    expect(defineOperator({ ...named, run }).run).to.equal(run)
    // @ts-expect-error none
    defineOperator(named)
    // @ts-expect-error two
    defineOperator({ ...named, owns: [], plan, reconcile })
    // @ts-expect-error two
    defineOperator({ ...named, reconcile, run })
    // @ts-expect-error three
    defineOperator({ ...named, owns: [], plan, reconcile, run })
  })

  it('plans a status of its kind', () => {
    defineOperator<Fleet>({ ...named, owns: [], plan: () => ({ status: { afloat: 1 } }) })
    // @ts-expect-error a ship more than the status has words for
    defineOperator<Fleet>({ ...named, owns: [], plan: () => ({ status: { aground: 1 } }) })
    expect(named.kind).to.equal(fleets)
  })
})
