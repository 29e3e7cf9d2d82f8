/** Each operator of the list is described in the same words, and the examples of its README are objects that the API takes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { operators } from '../../operators/index.js'
import { root } from '../architecture/source-files.js'
import { describeWith } from '../kit/needs.js'
import { TestServer } from '../kit/server.js'

const sections = ['Name', 'Description', 'Watches and writes', 'Status', 'Metrics', 'Examples']
const folder = join(root, 'operators')
const names = operators.map(({ name }) => name)
const readme = (name: string) => readFileSync(join(folder, name, 'README.md'), 'utf8')

function examplesOf(text: string): string[] {
  const examples = text.slice(text.indexOf('\n## Examples'))
  return [...examples.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!)
}

describe('the README of an operator', () => {
  for (const name of names) {
    it(`${name} has its sections, and tells the operator in one sentence`, () => {
      const headings = [...readme(name).matchAll(/^## (.*)$/gm)].map((match) => match[1])
      expect(headings.filter((heading) => sections.includes(String(heading)))).to.deep.equal(sections)
      expect(readme(name)).to.match(new RegExp(`^# ${name}\\n\\n## Name\\n\\n\\*${name}\\* - .+\\.\\n`))
    })
  }
})

describeWith(['kubectl'], 'the examples of an operator', () => {
  let api: TestServer

  before(async () => {
    api = await TestServer.start()
  })
  after(() => api.stop())

  for (const name of names) {
    const examples = examplesOf(readme(name))
    it(`${name} are taken as they are written`, async () => {
      expect(examples).to.have.length.above(0)
      for (const example of examples) {
        const { code, err } = await api.kubectl(['apply', '--validate=strict', '-f', '-'], example)
        expect({ code, err }).to.deep.equal({ code: 0, err: '' })
      }
    })
  }

  it('would not be taken with a member that is not known', async () => {
    const wrong = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: wrong }\nspek: {}\n'
    const { code, err } = await api.kubectl(['apply', '--validate=strict', '-f', '-'], wrong)
    expect(code).to.equal(1)
    expect(err).to.contain('spek')
  })
})
