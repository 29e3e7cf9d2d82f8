/** Lists of many unlike entries, judged in one pass each: by looks at all before them they take longer than a test may. */
import { expect } from 'chai'
import type { StatusCause } from '../../core/meta/index.js'
import type { Pod } from '../../crds/generated/tokens.js'
import { updateErrors } from './pod-update.js'
import { ephemeralErrors } from './pod-resize-rules.js'
import { repeated } from './repeated.js'
import { requestErrors } from './rules/certificate-request.js'
import { storageClassErrors } from './rules/storage-class.js'

const many = 200_000
const each = <T>(make: (nth: number) => T): T[] => Array.from({ length: many }, (_, nth) => make(nth))
const pod = (spec: object) => ({ metadata: { name: 'a' }, spec: { containers: [], ...spec } }) as unknown as Pod

describe('long lists', () => {
  const cases: Readonly<Record<string, () => readonly StatusCause[]>> = {
    'topologies and their values': () => {
      const allowedTopologies = each((nth) => ({ matchLabelExpressions: [{ key: `k${nth}`, values: ['a'] }] }))
      allowedTopologies.push({ matchLabelExpressions: [{ key: 'k', values: each(String) }] })
      return storageClassErrors({ provisioner: 'p', allowedTopologies } as never)
    },
    'usages of a certificate': () =>
      requestErrors({ spec: { request: '', signerName: 's', usages: each(String) } } as never),
    'tolerations that are turned around': () => {
      const tolerations = each((nth) => ({ key: `k${nth}` }))
      return updateErrors(pod({ tolerations: tolerations.toReversed() }), pod({ tolerations }))
    },
    'gates of a pod': () => {
      const schedulingGates = each((nth) => ({ name: `g${nth}` }))
      return updateErrors(pod({ schedulingGates: schedulingGates.toReversed() }), pod({ schedulingGates }))
    },
    'ephemeral containers': () => {
      const ephemeralContainers = each((nth) => ({ name: `c${nth}` }))
      return ephemeralErrors(
        pod({ ephemeralContainers: ephemeralContainers.toReversed() }),
        pod({ ephemeralContainers }),
      )
    },
  }
  for (const [what, work] of Object.entries(cases))
    it(`of ${what} are judged in one pass`, () => {
      const told = what === 'usages of a certificate' ? ['spec.request', 'spec.signerName'] : []
      expect(work().map(({ field }) => field)).to.deep.equal(told)
    })

  it('tell which entries stand earlier too', () => {
    expect(repeated(['a', 'b', 'a', 'a', undefined, undefined])).to.deep.equal([false, false, true, true, false, true])
  })
})
