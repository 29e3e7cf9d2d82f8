import { dirname } from 'node:path'
import { expect } from 'chai'
import { isGenerated, type SourceFile, sourceFiles, withoutComments } from './source-files.js'

const passedOn = /^export (?:type )?\{([^}]*)\} from/gm
const isDoor = (file: SourceFile) => file.path.endsWith('/index.ts')

/** Word -> the files whose code has it; what a file only passes on does not count. */
function placesOf(files: readonly SourceFile[]): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { path, text } of files) {
    const code = withoutComments(text).replace(passedOn, '')
    for (const word of new Set(code.match(/\w+/g))) {
      const paths = places.get(word)
      if (paths) paths.push(path)
      else places.set(word, [path])
    }
  }
  return places
}

/** Functions, values and classes that are exported and named in no other file. */
function unasked(files: readonly SourceFile[]): string[] {
  const places = placesOf(files)
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)]
      .filter(([, name]) => !places.get(name!)?.some((other) => other !== path))
      .map(([, name]) => `${path}: ${name}`),
  )
}

/** What a door passes on though no file outside of its folder names it. */
function unaskedAtDoors(files: readonly SourceFile[]): string[] {
  const places = placesOf(files)
  return files.filter(isDoor).flatMap(({ path, text }) => {
    const isInside = (other: string) => other.startsWith(`${dirname(path)}/`)
    return [...text.matchAll(passedOn)]
      .flatMap(([, names]) => names!.split(','))
      .map((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/.* as /, ''),
      )
      .filter((name) => name && (places.get(name) ?? []).every(isInside))
      .map((name) => `${path}: ${name}`)
  })
}

describe('what is exported', () => {
  const written = sourceFiles().filter((file) => !isGenerated(file.path))

  it('is asked for by another file', () => {
    expect(unasked(written).filter((offence) => /^(core|operators|plugins)\//.test(offence))).to.deep.equal([])
    const planted = [
      { path: 'core/x/a.ts', text: 'export function used() {}\nexport const idle = 1\n// idle' },
      { path: 'core/x/b.ts', text: "import { used } from './a.js'\nused()" },
      { path: 'core/x/index.ts', text: "export { idle } from './a.js'" },
    ]
    expect(unasked(planted)).to.deep.equal(['core/x/a.ts: idle'])
  })

  it('by a door is asked for from outside', () => {
    expect(unaskedAtDoors(written)).to.deep.equal([])
    const planted = [
      { path: 'core/x/index.ts', text: "export { a, type B } from './a.js'" },
      { path: 'core/x/c.ts', text: 'a(); let b: B' },
      { path: 'core/y.ts', text: 'let b: B' },
    ]
    expect(unaskedAtDoors(planted)).to.deep.equal(['core/x/index.ts: a'])
  })
})
