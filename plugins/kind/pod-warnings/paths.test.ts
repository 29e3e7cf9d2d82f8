import { expect } from 'chai'
import { pathWarnings } from './paths.js'

describe('paths of a volume', () => {
  it('are read once: slashes before their end would take a square of their number', () => {
    const path = `a${'/'.repeat(1_000_000)}b`
    const items = [{ key: 'a', path }, { key: 'b', path: 'c///' }, { key: 'd', path: 'c' }] // biome-ignore format: a table
    expect(pathWarnings({ name: 'v', configMap: { name: 'c', items } } as never)).to.have.length(1)
  })
})
