/** The joined form of the command (hack/build.mjs): it names files by their place, which must be there, and runs from compiled code. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { root } from './source-files.js'

const folder = join(root, 'dist', 'bundled', 'main')

/** The relative addresses that a compiled file forms from its own; `*` for what it puts in. */
function addresses(text: string): string[] {
  return [...text.matchAll(/new URL\(\s*["'`](\.[^"'`]+)["'`],\s*(?:import\.meta\.url|__url)/g)].map(([, path]) =>
    path!.replace(/\$\{[^}]*\}/g, '*'),
  )
}

function missing(file: string): string[] {
  const found = addresses(readFileSync(file, 'utf8'))
  return found.filter((path) => {
    const whole = fileURLToPath(new URL(path.split('*')[0]!, pathToFileURL(file)))
    return !existsSync(whole)
  })
}

describe('the joined command', () => {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => /\.c?js$/.test(name))

  it('finds the files that it names by their place', () => {
    expect(files.flatMap(addressesOf)).to.include.members([
      '../../crds/generated/',
      './heavy-thread.js',
      './expression-thread.js',
      './function-thread.js',
      './children/*',
    ])
    expect(files.flatMap(missing)).to.deep.equal([])
  })

  it('has each child process and thread in it', () => {
    const threads = ['heavy-thread.js', 'expression-thread.js', 'function-thread.js']
    for (const name of ['main.js', ...threads, 'children/operators-child.js', 'children/node-child.js'])
      expect(existsSync(join(folder, name)), name).to.equal(true)
  })
})

describe('a joined file', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-joined-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const file = () => join(folder, 'a.cjs')
  /** What it prints, and whether it ran from its compiled form. */
  const run = (...flags: readonly string[]) => {
    const loader = pathToFileURL(join(root, 'hack', 'joined.mjs')).href
    const code = `import { runJoined } from '${loader}'; console.log(runJoined(new URL('${pathToFileURL(file()).href}')))`
    const keep = { ...process.env, ...(flags.length === 0 ? { OPERON_KEEP_CODE: '1' } : {}) }
    const answer = execFileSync(process.execPath, [...flags, '--input-type=module', '-e', code], { env: keep })
    return answer.toString().split('\n').filter(Boolean)
  }
  const write = (word: string) =>
    writeFileSync(
      file(),
      `require('node:v8').setFlagsFromString('--interrupt-budget=500000'); __import('js-yaml').then(({ load }) => console.log(load('late'))); console.log('${word}', __filename.endsWith('a.cjs'), typeof require('./b.cjs'), new URL(__url).protocol)`,
    )

  it('runs from what was compiled of it before, and without where that does not fit', () => {
    writeFileSync(join(folder, 'b.cjs'), '')
    write('first')
    expect(run()).to.deep.equal(['first true object file:', 'false', 'late'])
    expect(run('--no-warnings')).to.deep.equal(['first true object file:', 'true', 'late'])
    expect(run('--no-opt')).to.deep.equal(['first true object file:', 'false', 'late'])
    const kept = join(folder, readdirSync(folder).find((name) => name.endsWith('.code'))!)
    const code = readFileSync(kept)
    code[code.length >> 1]! ^= 1
    writeFileSync(kept, code)
    expect(run('--no-warnings')).to.deep.equal(['first true object file:', 'false', 'late'])
    run()
    write('another')
    expect(run('--no-warnings')).to.deep.equal(['another true object file:', 'false', 'late'])
    expect(readdirSync(folder)).to.have.length(3)
  })
})

const addressesOf = (file: string): string[] => addresses(readFileSync(file, 'utf8'))
