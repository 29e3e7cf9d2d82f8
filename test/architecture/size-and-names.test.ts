import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import { expect } from 'chai'
import { isGenerated, isTest, root, type SourceFile, sourceFiles, withoutComments } from './source-files.js'

const linesOf = (file: SourceFile) => file.text.split('\n').length
const banned = /(^|\/)(utils?|helpers?|common|misc|data|info)(\.ts$|\/)/

function oversized(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => linesOf(file) > 500 && !/^\/\*\*[^\n]*(Long because|reason for its length)/i.test(file.text))
    .map((file) => `${file.path} has ${linesOf(file)} lines and gives no reason ("Long because ...") in its first line`)
}

const mostFunctionLines = 60

/** Functions of a file, and methods of its classes, that are longer: told by how our formatter indents where they begin and end. */
function longFunctions({ path, text }: SourceFile): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const begins = /^(?:(?:export )?(?:async )?function\*? (\w+)|(?:export )?const (\w+).*=> \{$)/.exec(line)
    const method = /^ {2}(?:static )?(?:async )?(?:get |set )?(#?\w+)(?:<[^(]*)?\((?:.*\).*\{)?$/.exec(line)
    const name = begins?.[1] ?? begins?.[2] ?? method?.[1]
    if (!name) return []
    const end = method ? /^ {2}(\}|\)$)/ : /^\}/
    const length = lines.findIndex((each, place) => place > at && end.test(each)) - at + 1
    return length > mostFunctionLines ? [`${path}: ${name} has ${length} lines`] : []
  })
}

function badlyNamed(paths: readonly string[]): string[] {
  return paths.filter((path) => banned.test(path) || (path.endsWith('.ts') && !/^[a-z0-9.-]+$/.test(basename(path))))
}

function badFunctions(file: SourceFile): string[] {
  const names = [...withoutComments(file.text).matchAll(/\bfunction\s+((?:handle|process|do)[A-Z]\w*)/g)].map(
    (match) => match[1],
  )
  return names.map((name) => `${file.path}: ${name}`)
}

const clocks =
  /\b(Date\.now|new Date\(\)|setTimeout|setInterval|setImmediate|performance\.now|Math\.random|crypto\.random\w+|randomUUID|randomBytes|AbortSignal\.timeout|process\.env)\b/

function reachesForTheWorld(file: SourceFile): string[] {
  const code = withoutComments(file.text)
  const match = clocks.exec(code)
  return match ? [`${file.path}: ${match[0]}`] : []
}

describe('size, names and what is handed in', () => {
  const written = sourceFiles().filter((file) => !isGenerated(file.path))
  const program = written.filter((file) => !isTest(file.path) && !file.path.startsWith('hack/'))

  it('files stay small: half under 100 lines, nine in ten under 300, 500 only with a reason', () => {
    const sizes = program.map(linesOf).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).to.be.below(100)
    expect(sizes[Math.floor(sizes.length * 0.9)]).to.be.below(300)
    expect(oversized(program)).to.deep.equal([])
    expect(oversized([{ path: 'x.ts', text: '\n'.repeat(501) }])).to.have.length(1)
  })

  it(`functions have ${mostFunctionLines} lines at most`, () => {
    expect(program.flatMap(longFunctions)).to.deep.equal([])
    const body = '    a()\n'.repeat(59)
    expect(longFunctions({ path: 'x.ts', text: `export function a() {\n${body}}\n` })).to.have.length(1)
    expect(longFunctions({ path: 'x.ts', text: `class A {\n  async #a() {\n${body}  }\n}\n` })).to.have.length(1)
  })

  it('files and folders have names that say something', () => {
    const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n')
    expect(badlyNamed(tracked)).to.deep.equal([])
    expect(badlyNamed(['core/utils.ts', 'core/helpers/x.ts', 'core/Big.ts'])).to.have.length(3)
  })

  it('functions are verbs of the domain, not handle, process or do', () => {
    expect(program.flatMap(badFunctions)).to.deep.equal([])
    expect(badFunctions({ path: 'x.ts', text: 'function handleThing() {}' })).to.have.length(1)
  })

  it('time, randomness and the environment are touched in core/main and core/kit alone', () => {
    const elsewhere = program.filter((file) => !/^core\/(kit\/|main\.ts)/.test(file.path))
    expect(elsewhere.flatMap(reachesForTheWorld)).to.deep.equal([])
    expect(reachesForTheWorld({ path: 'x.ts', text: 'const a = Date.now()' })).to.have.length(1)
    expect(reachesForTheWorld({ path: 'x.ts', text: 'const a = process.env.HOME' })).to.have.length(1)
  })

  it('every file says in its first lines what it is, or exports something that does', () => {
    const silent = program.filter(
      (file) => file.path.startsWith('core/') && !/^(\/\*\*|\/\/|#!)/.test(file.text) && !/\n\/\*\*/.test(file.text),
    )
    expect(silent.map((file) => file.path)).to.deep.equal([])
  })

  it('every room of core says what does not belong there', () => {
    const doors = program.filter(
      (file) => /^core\/[^/]+\/index\.ts$/.test(file.path) && !file.path.startsWith('core/main/'),
    )
    const mute = doors.filter((file) => !/^\/\*\*[^\n]*not belong/.test(file.text))
    expect(mute.map((file) => file.path)).to.deep.equal([])
  })
})
