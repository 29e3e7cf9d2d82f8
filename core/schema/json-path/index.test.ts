/** JSONPath as kubectl uses it. */
import { expect } from 'chai'
import { compileJsonPath, NoWay } from './index.js'

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
  it('reads members, and those with dots in their names where the dots are escaped', () => {
    expect(read('.metadata.name')).to.deep.equal(['a'])
    expect(read('.metadata.missing.deeper')).to.deep.equal([])
    expect(read('.metadata.constructor')).to.deep.equal([])
    expect(read('.metadata.labels.app\\.kubernetes\\.io/name')).to.deep.equal(['x'])
    expect(read(".metadata.labels['app\\.kubernetes\\.io/name']")).to.deep.equal(['x'])
    expect(read(".metadata.labels['app.kubernetes.io/name']")).to.deep.equal([])
    expect(read(".metadata.labels['b']")).to.deep.equal(['y'])
  })

  it('reads lists by index, slice and step, and as a whole', () => {
    expect(read('.spec.containers[0].name')).to.deep.equal(['c'])
    expect(read('.spec.containers[-1].name')).to.deep.equal(['d'])
    expect(read('.spec.containers[0:1].name')).to.deep.equal(['c'])
    expect(read('.spec.containers[1:].name')).to.deep.equal(['d'])
    expect(read('.spec.containers[::2].name')).to.deep.equal(['c'])
    expect(read('.spec.containers[*].name')).to.deep.equal(['c', 'd'])
    expect(read('.spec.containers[*].image')).to.deep.equal(['i'])
    expect(read('.spec.containers[1,0].name')).to.deep.equal(['d', 'c'])
    expect(() => read('.spec.containers[7].name')).to.throw(NoWay)
    expect(() => read('.metadata[0]')).to.throw(NoWay)
  })

  it('descends to members at any depth', () => {
    expect(read('..image')).to.deep.equal(['i'])
    expect(read('.status..type')).to.deep.equal(['Ready', 'Other'])
    expect(read('...*')).to.include('Ready')
    expect(() => compileJsonPath('...*...*...*...*')(deep(300))).to.throw(NoWay)
  })

  it('filters lists', () => {
    expect(read('.status.conditions[?(@.type=="Ready")].status')).to.deep.equal(['True'])
    expect(read(".status.conditions[?(@.type != 'Ready')].status")).to.deep.equal(['False'])
    expect(read('.status.conditions[?(@.n>=2)].type')).to.deep.equal(['Ready'])
    expect(read('.status.conditions[?(@.status==@.status)].n')).to.deep.equal([3, 1])
    expect(read('.spec.containers[?(@.image)].name')).to.deep.equal(['c'])
    expect(() => read('.status.conditions[?(@.n=="3")]')).to.throw(NoWay)
    expect(() => read('.metadata[?(@.n)]')).to.throw(NoWay)
  })

  it('unquotes texts as Go does', () => {
    expect(read('. "a\\tb\\x41\\u00e9\\101"')).to.deep.equal(['a\tbAéA'])
    expect(() => compileJsonPath('. "\\q"')).to.throw(TypeError)
  })

  it('refuses what is no path', () => {
    for (const text of ['.a[', '.a[x]', '.a["b"]', '.a[1:2:3:4]', '.a[?(b)', '.a[?(@.b==)]', '....a', '.a}', '.a #']) {
      expect(() => compileJsonPath(text), text).to.throw(TypeError)
    }
  })

  it('reads hostile paths to their end, and none that is longer than a path may be', () => {
    for (const part of ['[?(@', '\\x', '[', '"', "'", '..a', '.', '@\\', '[?(@\\', ' 1', '(', '=', '[0]'])
      for (const around of [
        (text: string) => text,
        (text: string) => `.a[?(${text})]`,
        (text: string) => `.a[?(@${text}<)]`,
      ])
        try {
          compileJsonPath(around(part.repeat(Math.floor(9000 / part.length))))
        } catch (error) {
          expect(error).to.be.instanceOf(TypeError)
        }
    expect(() => compileJsonPath('.a'.repeat(6000))).to.throw(TypeError, 'longer')
  })
})

const deep = (depth: number): unknown => (depth ? { a: deep(depth - 1), b: [1] } : 1)
