import { expect } from 'chai'
import { writeYaml, yamlReader } from './yaml.js'

describe('YAML', () => {
  /** What the YAML of Go's clients and of upstream's server makes of a plain scalar. */
  const plain: readonly (readonly [string, unknown])[] = [
    ['0644', 420],
    ['-0644', -420],
    ['0o17', 15],
    ['0x1F', 31],
    ['-0x1f', -31],
    ['0x_1', 1],
    ['0b11', 3],
    ['1_000', 1000],
    ['1_', 1],
    ['0_7', 7],
    ['0_x_f07', 3847],
    ['08', 8],
    ['019', 19],
    ['+12', 12],
    ['0', 0],
    ['1e3', 1000],
    ['1E5', 100000],
    ['1_0.5', 10.5],
    ['.5', 0.5],
    ['1.', 1],
    ['9223372036854775807', 9223372036854775807n],
    ['-9223372036854775808', -9223372036854775808n],
    ['18446744073709551616', 18446744073709552000],
    ['on', true],
    ['YES', true],
    ['y', true],
    ['N', false],
    ['Off', false],
    ['~', null],
    ['nO', 'nO'],
    ['tRue', 'tRue'],
    ['12:30:00', '12:30:00'],
    ['2001-01-01', '2001-01-01'],
    ['0o8', '0o8'],
    ['0x', '0x'],
    ['_1', '_1'],
    ['+', '+'],
    ['1e400', '1e400'],
    ['9'.repeat(100_000), '9'.repeat(100_000)],
  ]

  for (const [text, value] of plain)
    it(`reads ${text.slice(0, 30)} as ${typeof value === 'string' ? 'text' : value}`, async () => {
      expect((await yamlReader()).read(`value: ${text}`)).to.deep.equal({ value })
      const written = await writeYaml({ value: text })
      expect((await yamlReader()).read(written), written).to.deep.equal({ value: text })
    })

  for (const more of ['{"a": 2}', ' x', '\n---\na: 2', '\n---\n{', ' ]', '\n...\n%'])
    it(`reads nothing behind the first document: ${JSON.stringify(more)}`, async () => {
      expect((await yamlReader()).read(`{"a": {"b": 1, "b": 3}}${more}`)).to.deep.equal({ a: { b: 3 } })
      expect((await yamlReader()).repeated(`{"a": {"b": 1,\n"b":3}}${more}`)).to.have.length(1)
    })

  for (const text of ['{"a": 1', 'a: 1\nb', 'a: "b" c', '@', 'a: [}', 'a: {}\n]', '{"a": 1} @'])
    it(`refuses ${JSON.stringify(text)}`, async () => {
      const { read } = await yamlReader()
      expect(() => read(text)).to.throw()
    })

  it('merges the maps that `<<` names, and has what keys say as text', async () => {
    const text = 'a: &a {b: 1, c: 2}\nd:\n  <<: *a\n  c: 3\n0644: x\non: y'
    const merged = { a: { b: 1, c: 2 }, d: { b: 1, c: 3 }, '420': 'x', true: true }
    expect((await yamlReader()).read(text)).to.deep.equal(merged)
  })

  it('passes over tags that it does not know, and reads bytes as text', async () => {
    const { read } = await yamlReader()
    expect(read('a: !!foo 1\nb: !x {c: 2}\nd: !y [3]\ne: !!binary aGk=')).to.deep.equal({
      a: '1',
      b: { c: 2 },
      d: [3],
      e: 'hi',
    })
  })

  it('writes numbers and truth so that they are read again', async () => {
    const value = {
      whole: -9223372036854775808n,
      part: 0.1,
      large: 1e21,
      yes: true,
      no: false,
      nothing: null,
      list: [],
    }
    expect((await yamlReader()).read(await writeYaml(value))).to.deep.equal(value)
  })

  it('puts double quotes around text that would be something else without, as Go does, and single ones around the rest', async () => {
    const doubtful = ['', 'true', 'n', '~', '1.0', '0x1f', '1_000', '12:30', '2020-01-01']
    const lines = (texts: readonly string[]) => texts.map((text) => `- ${text}\n`).join('')
    expect(await writeYaml({ n: doubtful })).to.equal(`"n":\n${lines(doubtful.map((text) => `"${text}"`))}`)
    expect(await writeYaml(['#x', "'x'", 'plain', '"'])).to.equal(lines(["'#x'", "'''x'''", 'plain', "'\"'"]))
  })
})
