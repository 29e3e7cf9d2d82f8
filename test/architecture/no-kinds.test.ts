import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { load } from 'js-yaml'
import { isTest, root, type SourceFile, sourceFiles, withoutComments } from './source-files.js'

/** Words that are kinds or plurals and also words of the protocol itself: Status's reasons, discovery's shapes. */
const protocolWords = new Set(['', 'v1', 'apps'])

function kindsAndPlurals(): Set<string> {
  const words = new Set<string>()
  const crds = join(root, 'crds')
  for (const group of readdirSync(crds, { withFileTypes: true })) {
    if (!group.isDirectory() || group.name === 'generated') continue
    if (group.name !== 'core') words.add(group.name)
    for (const file of readdirSync(join(crds, group.name))) {
      if (!file.endsWith('.yaml')) continue
      for (const word of namesIn(join(crds, group.name, file))) if (!protocolWords.has(word)) words.add(word)
    }
  }
  return words
}

function namesIn(path: string): string[] {
  const { spec } = load(readFileSync(path, 'utf8')) as { spec: { names: { kind: string; plural: string } } }
  return [spec.names.kind, spec.names.plural]
}

const serverRoom = /^core\/(storage|schema|watch|registry|admission|auth|discovery|aggregation|funnel|http)\//

function named(file: SourceFile, words: ReadonlySet<string>): string[] {
  const strings = [...withoutComments(file.text).matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
  return strings.filter((text) => words.has(text)).map((text) => `${file.path} says "${text}"`)
}

describe('core names no kind', () => {
  it('in any string of a server room outside core/registry/bootstrap.ts', function () {
    if (!existsSync(join(root, 'crds', 'core'))) this.skip()
    const words = kindsAndPlurals()
    expect(words.has('Deployment') && words.has('pods') && words.has('rbac.authorization.k8s.io')).to.equal(true)
    const files = sourceFiles(['core']).filter(
      (file) => serverRoom.test(file.path) && !isTest(file.path) && file.path !== 'core/registry/bootstrap.ts',
    )
    expect(files.flatMap((file) => named(file, words))).to.deep.equal([])
  })

  it('and catches one that does', () => {
    expect(
      named({ path: 'core/registry/x.ts', text: "if (kind === 'Deployment') go()" }, new Set(['Deployment'])),
    ).to.have.length(1)
  })
})
