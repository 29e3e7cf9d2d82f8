import { expect } from 'chai'
import { workload } from '../../../test/kit/sample-types.js'
import { StatusError } from '../../meta/index.js'
import { applyJsonPatch, applyMergePatch, applyStrategicMergePatch } from './index.js'

function codeOf(act: () => unknown): number {
  try {
    act()
  } catch (error) {
    if (error instanceof StatusError) return error.code
    throw error
  }
  return 0
}

describe('JSON patch', () => {
  it('adds, replaces, removes, moves, copies and tests', () => {
    const patched = applyJsonPatch({ a: [1, 2], b: { c: 'x' } }, [
      { op: 'test', path: '/b/c', value: 'x' },
      { op: 'add', path: '/a/-', value: 3 },
      { op: 'add', path: '/a/0', value: 0 },
      { op: 'copy', from: '/b/c', path: '/d' },
      { op: 'move', from: '/b', path: '/e~1f' },
      { op: 'remove', path: '/a/1' },
    ])
    expect(patched).to.deep.equal({ a: [0, 2, 3], d: 'x', 'e/f': { c: 'x' } })
  })

  it('answers 422 for a failed test and for paths that do not exist', () => {
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [{ op: 'test', path: '/a', value: 2 }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [{ op: 'remove', path: '/b' }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: [1] }, [{ op: 'add', path: '/a/7', value: 2 }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: [1] }, [{ op: 'add', path: '/a/x', value: 2 }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: [1] }, [{ op: 'add', path: '/a/-3', value: 2 }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [{ op: 'add', path: '/b/c', value: 2 }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [{ op: 'fly', path: '/a' }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [{ op: 'copy', path: '/a' }]))).to.equal(422)
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [{ op: 'replace', path: '', value: [] }]))).to.equal(422)
  })

  it("takes the liberties of upstream's library", () => {
    expect(applyJsonPatch({}, [{ op: 'replace', path: '/a', value: 1 }])).to.deep.equal({ a: 1 })
    expect(applyJsonPatch({ a: [1, 2] }, [{ op: 'remove', path: '/a/-1' }])).to.deep.equal({ a: [1] })
    expect(applyJsonPatch({ a: [1] }, [{ op: 'add', path: '/a/-1', value: 2 }])).to.deep.equal({ a: [1, 2] })
    expect(applyJsonPatch({ a: 1 }, [{ op: 'test', path: '/b', value: null }])).to.deep.equal({ a: 1 })
    expect(applyJsonPatch({ a: 1 }, [{ op: 'copy', from: '/b', path: '/c' }])).to.deep.equal({ a: 1, c: null })
    expect(applyJsonPatch({ a: 1 }, [{ op: 'replace', path: '', value: { b: 2 } }])).to.deep.equal({ b: 2 })
  })

  it('answers 400 for what is no patch, 413 for one that is too long, and stops one that explodes', () => {
    expect(codeOf(() => applyJsonPatch({}, {}))).to.equal(400)
    expect(codeOf(() => applyJsonPatch({}, [{ op: 'add', path: 7 }]))).to.equal(400)
    expect(
      codeOf(() =>
        applyJsonPatch(
          {},
          Array.from({ length: 10_001 }, () => ({ op: 'add', path: '/a', value: 1 })),
        ),
      ),
    ).to.equal(413)
    const doubling = Array.from({ length: 40 }, (_, at) => ({ op: 'copy', from: '/a', path: `/a/b${at}` }))
    expect(codeOf(() => applyJsonPatch({ a: { x: 'y'.repeat(1000) } }, doubling))).to.equal(422)
  })

  it('takes null for a member that is missing, and looks at a path from its first slash on, as upstream', () => {
    for (const operation of [
      { op: null, path: '/a' },
      { op: 'remove', path: null },
      { op: 'copy', from: null, path: '/b' },
    ])
      expect(() => applyJsonPatch({ a: 1 }, [operation]), JSON.stringify(operation))
        .to.throw()
        .with.property('code', 422)
    expect(applyJsonPatch({ a: 1 }, [{ op: 'add', path: 'x/b', value: 2 }])).to.deep.equal({ a: 1, b: 2 })
  })

  it('changes nothing by null, which an operation can not be', () => {
    expect(applyJsonPatch({ a: 1 }, null)).to.deep.equal({ a: 1 })
    expect(applyStrategicMergePatch({ a: 1 }, null, workload)).to.deep.equal({ a: 1 })
    expect(codeOf(() => applyJsonPatch({ a: 1 }, [null]))).to.equal(422)
    expect(codeOf(() => applyMergePatch({ a: 1 }, null))).to.equal(400)
  })

  it('never reaches the prototype', () => {
    expect(codeOf(() => applyJsonPatch({}, [{ op: 'add', path: '/__proto__/polluted', value: 1 }]))).to.equal(422)
    expect(
      codeOf(() => applyJsonPatch({}, [{ op: 'add', path: '/constructor/prototype/polluted', value: 1 }])),
    ).to.equal(422)
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined)
  })
})

describe('merge patch', () => {
  it('follows the examples of RFC 7386', () => {
    expect(applyMergePatch({ a: 'b', c: { d: 'e', f: 'g' } }, { a: 'z', c: { f: null } })).to.deep.equal({
      a: 'z',
      c: { d: 'e' },
    })
    expect(applyMergePatch({ a: [{ b: 'c' }] }, { a: [1] })).to.deep.equal({ a: [1] })
    expect(applyMergePatch({}, { a: { bb: { ccc: null } } })).to.deep.equal({ a: { bb: {} } })
    expect(codeOf(() => applyMergePatch({}, ['x']))).to.equal(400)
  })

  it('never reaches the prototype', () => {
    applyMergePatch({}, JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'))
    expect(codeOf(() => applyMergePatch({}, JSON.parse('{"__proto__":{"polluted":1}}')))).to.equal(400)
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined)
  })
})

describe('strategic merge patch', () => {
  const object = () => ({
    metadata: { finalizers: ['a', 'b'] },
    spec: {
      replicas: 1,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
      containers: [
        { name: 'web', image: 'a:1', env: [{ name: 'X', value: '1' }], args: ['x'] },
        { name: 'side', image: 'b:1' },
      ],
    },
  })
  const patched = (patch: unknown) => applyStrategicMergePatch(object(), patch, workload) as ReturnType<typeof object>

  it('changes one container and leaves the others', () => {
    const result = patched({ spec: { containers: [{ name: 'web', image: 'a:2', args: ['y'] }] } })
    expect(result.spec.containers.map((c) => [c.name, c.image, c.args])).to.deep.equal(
      [
        ['side', 'b:1', undefined],
        ['web', 'a:2', ['y']],
      ].reverse(),
    )
    expect(result.spec.containers[0]?.env).to.deep.equal([{ name: 'X', value: '1' }])
  })

  it('keeps elements of one identity apart where there is no such list yet', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }]
    const patch = { spec: { containers: [{ name: 'web', ports }] } }
    const patched = applyStrategicMergePatch({ spec: { containers: [{ name: 'web' }] } }, patch, workload)
    expect(patched).to.deep.equal(patch)
    const again = applyStrategicMergePatch({ spec: { containers: [{ name: 'web', ports: [] }] } }, patch, workload)
    expect(again).to.deep.equal({
      spec: { containers: [{ name: 'web', ports: [{ containerPort: 80, protocol: 'UDP' }] }] },
    })
  })

  it('orders elements as $setElementOrder says, new ones too', () => {
    const result = patched({
      spec: {
        '$setElementOrder/containers': [{ name: 'new' }, { name: 'side' }, { name: 'web' }],
        containers: [{ name: 'new', image: 'c' }],
      },
    })
    expect(result.spec.containers.map((c) => c.name)).to.deep.equal(['new', 'side', 'web'])
  })

  it('lets what is added take the room of what is deleted, in the order that is asked for', () => {
    const containers = [{ $patch: 'delete', name: 'web' }, { name: 'new' }]
    const of = (order: object) => patched({ spec: { ...order, containers } }).spec.containers.map(({ name }) => name)
    expect(of({})).to.deep.equal(['new', 'side'])
    expect(of({ '$setElementOrder/containers': [{ name: 'new' }] })).to.deep.equal(['side', 'new'])
  })

  it('deletes before it adds, wherever the patch says so', () => {
    const containers = [
      { name: 'web', image: 'c:1' },
      { $patch: 'delete', name: 'web' },
    ]
    expect(patched({ spec: { containers } }).spec.containers).to.deep.equal([
      { name: 'web', image: 'c:1' },
      { name: 'side', image: 'b:1' },
    ])
  })

  it('deletes and replaces elements by directive', () => {
    expect(
      patched({ spec: { containers: [{ name: 'web', $patch: 'delete' }] } }).spec.containers.map((c) => c.name),
    ).to.deep.equal(['side'])
    expect(
      patched({ spec: { containers: [{ $patch: 'replace' }, { name: 'only', image: 'z' }] } }).spec.containers,
    ).to.deep.equal([{ name: 'only', image: 'z' }])
    expect(patched({ spec: { strategy: { $patch: 'replace', type: 'Recreate' } } }).spec.strategy).to.deep.equal({
      type: 'Recreate',
    })
  })

  it('merges sets of scalars, and removes from them by directive', () => {
    expect(patched({ metadata: { finalizers: ['c'] } }).metadata.finalizers).to.deep.equal(['c', 'a', 'b'])
    expect(patched({ metadata: { '$deleteFromPrimitiveList/finalizers': ['a'] } }).metadata.finalizers).to.deep.equal([
      'b',
    ])
  })

  it('drops the members that $retainKeys does not list', () => {
    expect(patched({ spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } } }).spec.strategy).to.deep.equal({
      type: 'Recreate',
    })
  })

  it('removes with null, and adds no null or directive where nothing stood', () => {
    const result = patched({ spec: { replicas: null, containers: [{ name: 'new', image: 'x', env: null }] } })
    expect(result.spec).not.to.have.property('replicas')
    expect(result.spec.containers.find((c) => c.name === 'new')).to.deep.equal({ name: 'new', image: 'x' })
  })

  it('answers 400 for an element without its merge key and an unknown directive', () => {
    expect(codeOf(() => patched({ spec: { containers: [{ image: 'x' }] } }))).to.equal(400)
    expect(codeOf(() => patched({ spec: { $patch: 'explode' } }))).to.equal(400)
  })
})
