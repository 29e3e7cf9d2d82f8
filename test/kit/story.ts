/**
 * Stories: tests as text that a person can read and a machine regenerates (`REWRITE=1 npm test -- operators/x`). A file is a list of blocks
 * with an empty line between them; lines that begin with `#` are prose:
 *
 *     scale web replicas=5
 *     ----
 *     patch ReplicaSet web-x: {"spec":{"replicas":5}}
 *
 * The first line is the command: a verb, words, and options `key=value`. Further lines before `----` are its input; what follows is the answer.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

export interface Command {
  readonly verb: string
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  /** Lines between the command and `----`. */
  readonly input: string
  /** The whole first line. */
  readonly line: string
}

/** Carries a command out; what it answers must be what the story says. '' is shown as `ok`. */
export type Teller = (command: Command) => string | Promise<string>

/** One test for each `testdata/*.txt` beside the test file whose `import.meta.url` is given, or those that `which` takes. `begin` is called for each story. */
export function tellStories(testUrl: string, begin: () => Teller, which: (name: string) => boolean = () => true): void {
  const folder = join(sourceFolder(testUrl), 'testdata')
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.txt') || !which(basename(file, '.txt'))) continue
    it(basename(file, '.txt').replaceAll('-', ' '), async () => {
      const path = join(folder, file)
      const told = readFileSync(path, 'utf8')
      const answered = await answer(told, begin())
      if (process.env['REWRITE']) writeFileSync(path, answered)
      else expect(answered).to.equal(told)
    })
  }
}

/** Tests run compiled, in dist; the stories are those of the sources. */
function sourceFolder(testUrl: string): string {
  return dirname(fileURLToPath(testUrl)).replace(/([\\/])dist([\\/])/, '$1')
}

/** The story with the answers that `tell` gives. */
async function answer(story: string, tell: Teller): Promise<string> {
  const blocks = story.trimEnd().split(/\n\n+/)
  const answered: string[] = []
  for (const block of blocks) {
    const lines = block.split('\n')
    const prose = lines.filter((line) => line.startsWith('#'))
    const rest = lines.filter((line) => !line.startsWith('#'))
    const end = rest.indexOf('----')
    const asked = end < 0 ? rest : rest.slice(0, end)
    if (asked.length === 0) answered.push(prose.join('\n'))
    else {
      // An empty line would end the block.
      const text = (await tell(parse(asked))).trimEnd().replace(/\n\n+/g, '\n') || 'ok'
      answered.push([...prose, ...asked, '----', text].join('\n'))
    }
  }
  return `${answered.join('\n\n')}\n`
}

function parse([line = '', ...input]: readonly string[]): Command {
  const [verb = '', ...rest] = line.match(/(?:[^\s"]|"[^"]*")+/g) ?? []
  const words: string[] = []
  const options: Record<string, string> = {}
  for (const word of rest) {
    const plain = word.replaceAll('"', '')
    const equals = plain.indexOf('=')
    if (equals > 0) options[plain.slice(0, equals)] = plain.slice(equals + 1)
    else words.push(plain)
  }
  return { verb, words, options, input: input.join('\n'), line }
}
