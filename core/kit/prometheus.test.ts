import { expect } from 'chai'
import { writePrometheus } from './prometheus.js'

describe("Prometheus' text", () => {
  it('has a head for each family, labels in order and escaped, and buckets that add up', async () => {
    const text = await writePrometheus([
      { name: 'a_total', type: 'counter', help: 'How many.', samples: [{ labels: { z: '"\\\n', b: '1' }, value: 2 }] },
      { name: 'empty', type: 'gauge', help: 'None.', samples: [] },
      {
        name: 'b_seconds',
        type: 'histogram',
        help: 'How long.',
        samples: [{ labels: {}, histogram: { bounds: [0.1, 1], counts: [1, 2, 3], sum: 9 } }],
      },
    ])
    expect(text).to.equal(`# HELP a_total How many.
# TYPE a_total counter
a_total{b="1",z="\\"\\\\\\n"} 2
# HELP b_seconds How long.
# TYPE b_seconds histogram
b_seconds_bucket{le="0.1"} 1
b_seconds_bucket{le="1"} 3
b_seconds_bucket{le="+Inf"} 6
b_seconds_sum 9
b_seconds_count 6
`)
  })
})
