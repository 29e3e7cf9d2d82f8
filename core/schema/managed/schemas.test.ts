import { expect } from 'chai'
import type { KubeObject } from '../../meta/index.js'
import type { Field, ListType, StructType, Type } from '../type.js'
import { applyConfiguration, trackUpdate } from './index.js'
import type { FieldOwner } from './managers.js'

const scalar: Type = { shape: 'scalar', scalar: 'string' }
const map = (element: Type): Type => ({ shape: 'map', element, atomic: false })
const list = (element: Type, of: ListType['list'], ...keys: readonly string[]): Type => ({
  shape: 'list',
  element,
  list: of,
  keys,
})
const struct = (fields: Readonly<Record<string, Type | Field>>, atomic = false): StructType => ({
  shape: 'struct',
  name: '',
  preservesUnknown: false,
  atomic,
  fields: new Map(
    Object.entries(fields).map(([name, type]) => [
      name,
      'type' in type ? type : { name, type, required: false, nullable: true, always: false },
    ]),
  ),
})

const owner = (manager: string, operation: FieldOwner['operation']): FieldOwner => ({
  manager,
  operation,
  apiVersion: 'a.b/v1',
  subresource: '',
  time: '2026-01-01T00:00:00Z',
})

/** An object of a kind of its own whose spec has `fields`, and who writes it. */
class Life {
  live: KubeObject | undefined
  #type: Type

  constructor(fields: Readonly<Record<string, Type | Field>>) {
    this.#type = this.#whole(fields)
  }

  /** The definition says something else from now on. */
  redefine(fields: Readonly<Record<string, Type | Field>>): void {
    this.#type = this.#whole(fields)
  }

  apply(manager: string, spec: object, force = false): unknown {
    const about = { ...this.#about(), owner: owner(manager, 'Apply') }
    this.live = applyConfiguration(this.#object(spec), { ...about, force }) as KubeObject
    return this.live['spec']
  }

  update(manager: string, spec: object): void {
    const next = this.#object(spec)
    trackUpdate(next, { ...this.#about(), owner: owner(manager, 'Update') })
    this.live = next
  }

  /** What `manager` owns of the spec. */
  owned(manager: string): unknown {
    const entry = this.live?.metadata.managedFields?.find((each) => each.manager === manager)
    return (entry?.fieldsV1 as Record<string, unknown> | undefined)?.['f:spec']
  }

  #whole = (fields: Readonly<Record<string, Type | Field>>): Type =>
    struct({ apiVersion: scalar, kind: scalar, metadata: struct({ name: scalar }), spec: struct(fields) })

  #about() {
    const versions = { isOwn: true, type: () => this.#type, convert: (object: KubeObject) => object }
    return { type: this.#type, live: this.live, reset: [], versions }
  }

  #object = (spec: object): KubeObject => ({ apiVersion: 'a.b/v1', kind: 'Own', metadata: { name: 'x' }, spec })
}

describe('managed fields of every sort of schema', () => {
  it('let an entry of a map go with what updaters own in it, and keep it where somebody owns that it is there', () => {
    const fields = { m: map(map(scalar)) }
    const written = new Life(fields)
    written.apply('a', { m: { k: { x: '1' }, l: { x: '1' } } })
    written.update('u', { m: { k: { x: '1', y: '2' }, l: { x: '1' } } })
    expect(written.apply('a', { m: { l: { x: '1' } } })).to.deep.equal({ m: { l: { x: '1' } } })
    const shared = new Life(fields)
    shared.apply('a', { m: { k: { x: '1' }, l: { x: '1' } } })
    shared.apply('b', { m: { k: { y: '2' } } })
    expect(shared.apply('a', { m: { l: { x: '1' } } })).to.deep.equal({ m: { k: { y: '2' }, l: { x: '1' } } })
  })

  it('have null for what is owned and of which nothing is left', () => {
    const life = new Life({ m: map(scalar), x: scalar })
    life.apply('a', { m: { k: '1' }, x: '1' })
    life.apply('b', { m: {} })
    expect(life.apply('a', { x: '1' })).to.deep.equal({ m: null, x: '1' })
    expect(life.owned('b')).to.deep.equal({ 'f:m': {} })
  })

  it('give whoever fills what was null its members and not itself', () => {
    const life = new Life({ m: map(scalar) })
    life.apply('a', { m: null })
    life.update('u', { m: { k: '1' } })
    expect([life.owned('a'), life.owned('u')]).to.deep.equal([{ 'f:m': {} }, { 'f:m': { 'f:k': {} } }])
  })

  it('state nothing by a list without elements, nor by what has nothing but such lists', () => {
    const life = new Life({ s: list(scalar, 'set') })
    life.apply('a', { s: [] })
    expect(life.live?.metadata).not.to.have.property('managedFields')
  })

  it('own whole what has become atomic since it was owned in parts', () => {
    const fields = { p: scalar, q: scalar }
    const life = new Life({ s: struct(fields) })
    life.apply('a', { s: { p: '1' } })
    life.redefine({ s: struct(fields, true) })
    expect(() => life.apply('b', { s: { q: '1' } })).to.throw(/conflict with "a": .spec.s$/)
    life.apply('c', {})
    expect(life.owned('a')).to.deep.equal({ 'f:s': {} })
  })

  it('merge a list that repeats an element in the order of upstream', () => {
    const life = new Life({ s: list(scalar, 'set') })
    life.update('u', { s: ['1', '2', '2', '9', '1'] })
    expect(life.apply('a', { s: ['1', '2', '3'] }, true)).to.deep.equal({ s: ['1', '2', '3', '9'] })
  })

  it('let an element lose a key that has a default, by which it is known still', () => {
    const port = { name: 'port', type: scalar, required: false, nullable: true, always: false, default: '80' }
    const element = struct({ name: scalar, port, x: scalar })
    const life = new Life({ l: list(element, 'map', 'name', 'port') })
    life.apply('a', { l: [{ name: 'n', port: '80', x: '1' }] })
    expect(life.apply('a', { l: [{ name: 'n', x: '1' }] })).to.deep.equal({ l: [{ name: 'n', x: '1' }] })
  })
})
