import { expect } from 'chai'
import { type KubeObject, StatusError } from '../../core/meta/index.js'
import type { Guarded, SubresourceRequest } from '../../core/registry/contract.js'
import { podEviction } from './eviction.js'

const pod = (status: object = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] }): KubeObject => ({
  metadata: { name: 'web', namespace: 'default', uid: 'u1', labels: { app: 'web' } },
  status,
})
const budget = (status: object, name = 'pdb'): KubeObject => ({
  metadata: { name, namespace: 'default', generation: 1 },
  spec: { selector: { matchLabels: { app: 'web' } } },
  status: { observedGeneration: 1, ...status },
})

/** Evicts one pod where these budgets are; answers what was written. */
async function evict(subject: KubeObject, budgets: readonly KubeObject[], deleteOptions: object = {}) {
  const written: unknown[] = []
  const guarded: Guarded = {
    get: async () => subject,
    list: () => Promise.reject(new Error('not asked for')),
    create: () => Promise.reject(new Error('not asked for')),
    async update(kind, __, name, change) {
      if (kind === '/pods') {
        const found = structuredClone(subject)
        change(found)
        const { conditions } = found['status'] as { conditions: readonly { type: string; reason?: string }[] }
        expect(conditions.at(-1)).to.deep.include({ type: 'DisruptionTarget', reason: 'EvictionByEvictionAPI' })
        return
      }
      const copy = structuredClone(budgets.find((one) => one.metadata.name === name) as KubeObject)
      change(copy)
      written.push(copy['status'])
    },
    async delete(kind, namespace, name, options) {
      written.push({ kind, namespace, name, ...options })
    },
  }
  const request: SubresourceRequest = {
    method: 'POST',
    user: { username: 'kubectl', groups: [] },
    namespace: 'default',
    name: 'web',
    rest: '',
    query: new URLSearchParams(),
    headers: {},
    dryRun: false,
    object: { metadata: { name: 'web' }, deleteOptions } as unknown as KubeObject,
    signal: new AbortController().signal,
  }
  const view = () => ({ get: () => undefined, list: () => budgets, onChange: () => {} })
  const answer = await podEviction.answer(request, { guarded, view, now: () => 0 })
  expect(answer).to.deep.include({ status: 201 })
  return written
}

const isNotReady = { phase: 'Running', conditions: [{ type: 'Ready', status: 'False' }] }

async function refusal(attempt: Promise<unknown>): Promise<StatusError> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof StatusError) return error
    throw error
  }
  throw new Error('was not refused')
}

describe('evicting a pod', () => {
  it('deletes it, with the grace asked for, when no budget holds it', async () => {
    expect(await evict(pod(), [], { gracePeriodSeconds: 3 })).to.deep.equal([
      { kind: '/pods', namespace: 'default', name: 'web', uid: 'u1', gracePeriodSeconds: 3, admitted: true },
    ])
  })

  it('takes one disruption from the budget first', async () => {
    const [status, deletion] = await evict(pod(), [budget({ disruptionsAllowed: 2 })])
    expect(status).to.deep.equal({
      observedGeneration: 1,
      disruptionsAllowed: 1,
      disruptedPods: { web: '1970-01-01T00:00:00Z' },
    })
    expect(deletion).to.deep.include({ name: 'web' })
  })

  it('is put off with 429 where the budget is spent, or not worked out yet', async () => {
    const spent = await refusal(evict(pod(), [budget({ disruptionsAllowed: 0, desiredHealthy: 2, currentHealthy: 2 })]))
    expect(spent.code).to.equal(429)
    expect(spent.status.details?.retryAfterSeconds).to.equal(undefined)
    expect(spent.status.details?.causes?.[0]?.message).to.contain('needs 2 healthy pods and has 2 currently')
    const unknown = await refusal(evict(pod(), [budget({ observedGeneration: 0 })]))
    expect(unknown.status.details?.causes?.[0]?.message).to.contain('still being processed')
    expect(unknown.status.details?.retryAfterSeconds).to.equal(10)
  })

  it('asks no budget for pods that have not started, have ended, or are not ready where that is allowed', async () => {
    const spent = budget({ disruptionsAllowed: 0, desiredHealthy: 1, currentHealthy: 1 })
    expect(await evict(pod({ phase: 'Pending' }), [spent])).to.have.length(1)
    expect(await evict(pod({ phase: 'Failed' }), [spent])).to.have.length(1)
    expect((await evict(pod({ phase: 'Running' }), [spent])).at(-1)).to.deep.include({ name: 'web' })
  })

  it('is refused when the pod has changed since', async () => {
    const preconditions = { resourceVersion: '7' }
    expect((await refusal(evict(pod(), [], { preconditions }))).code).to.equal(409)
  })

  it('is put off where a pod that costs nothing, as it is not ready, is another by now', async () => {
    const healthy = budget({ disruptionsAllowed: 0, desiredHealthy: 1, currentHealthy: 1 })
    const late = await refusal(evict(pod(isNotReady), [healthy], { preconditions: { uid: 'other' } }))
    expect(late.status).to.include({ code: 429, reason: 'TooManyRequests' })
    expect(late.status.details?.retryAfterSeconds).to.equal(10)
    const stated = { preconditions: { uid: 'other', resourceVersion: '7' } }
    expect((await refusal(evict(pod(isNotReady), [healthy], stated))).code).to.equal(409)
  })

  it('says in the budget that nothing is left of it', async () => {
    const [status] = await evict(pod(), [budget({ disruptionsAllowed: 1 })])
    const { conditions } = status as { conditions: readonly object[] }
    expect(conditions).to.deep.include({
      type: 'DisruptionAllowed',
      status: 'False',
      observedGeneration: 1,
      lastTransitionTime: '1970-01-01T00:00:00Z',
      reason: 'InsufficientPods',
      message: '',
    })
  })

  it('is refused with an option that it does not have', async () => {
    const { status } = await refusal(evict(pod(), [], { ignoreStoreReadErrorWithClusterBreakingPotential: true }))
    expect(status.code).to.equal(422)
    expect(status.details?.causes?.[0]?.field).to.equal(
      'deleteOptions.ignoreStoreReadErrorWithClusterBreakingPotential',
    )
  })

  it('is refused where two budgets claim the pod', async () => {
    const two = [budget({ disruptionsAllowed: 1 }), budget({ disruptionsAllowed: 1 }, 'other')]
    expect((await refusal(evict(pod(), two))).code).to.equal(500)
  })
})
