/** JSONPath as kubectl uses it. */
import { expect } from 'chai'
import { compileJsonPath } from './json-path.js'

const pod = {
  metadata: { name: 'a', labels: { 'app.kubernetes.io/name': 'x', b: 'y' } },
  spec: { containers: [{ name: 'c', image: 'i' }, { name: 'd' }] },
  status: {
    conditions: [
      { type: 'Ready', status: 'True', n: 3 },
      { type: 'Other', status: 'False', n: 1 },
    ],
  },
}
const read = (path: string) => compileJsonPath(path)(pod)

describe('compileJsonPath', () => {
  it('reads members, with and without dot or braces', () => {
    expect(read('.metadata.name')).to.deep.equal(['a'])
    expect(read('metadata.name')).to.deep.equal(['a'])
    expect(read('{.metadata.name}')).to.deep.equal(['a'])
    expect(read('.metadata.missing.deeper')).to.deep.equal([])
    expect(read('.metadata.constructor')).to.deep.equal([])
  })

  it('reads members with dots in their names', () => {
    expect(read('.metadata.labels.app\\.kubernetes\\.io/name')).to.deep.equal(['x'])
    expect(read(".metadata.labels['app.kubernetes.io/name']")).to.deep.equal(['x'])
    expect(read('.metadata.labels["b"]')).to.deep.equal(['y'])
  })

  it('reads lists by index, slice and as a whole', () => {
    expect(read('.spec.containers[0].name')).to.deep.equal(['c'])
    expect(read('.spec.containers[-1].name')).to.deep.equal(['d'])
    expect(read('.spec.containers[7].name')).to.deep.equal([])
    expect(read('.spec.containers[0:1].name')).to.deep.equal(['c'])
    expect(read('.spec.containers[1:].name')).to.deep.equal(['d'])
    expect(read('.spec.containers[*].name')).to.deep.equal(['c', 'd'])
    expect(read('.spec.containers[*].image')).to.deep.equal(['i'])
  })

  it('filters lists', () => {
    expect(read('.status.conditions[?(@.type=="Ready")].status')).to.deep.equal(['True'])
    expect(read(".status.conditions[?(@.type != 'Ready')].status")).to.deep.equal(['False'])
    expect(read('.status.conditions[?(@.n>=2)].type')).to.deep.equal(['Ready'])
    expect(read('.spec.containers[?(@.image)].name')).to.deep.equal(['c'])
  })

  it('refuses what is no path', () => {
    for (const text of ['.a[', '.a[x]', '.a[]', '.a[1:2:3]', '.a[?(b)]', '.a[?(@.b==c)]']) {
      expect(() => compileJsonPath(text), text).to.throw(TypeError)
    }
  })
})
