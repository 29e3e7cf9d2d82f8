/** The joined form of the command (hack/build.mjs) names files by their place: each must be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { root } from './source-files.js'

const folder = join(root, 'dist', 'bundled', 'main')

/** The relative addresses that a compiled file forms from its own; `*` for what it puts in. */
function addresses(text: string): string[] {
  return [...text.matchAll(/new URL\(\s*["'`](\.[^"'`]+)["'`],\s*import\.meta\.url/g)].map(([, path]) =>
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
    .filter((name) => name.endsWith('.js'))

  it('finds the files that it names by their place', () => {
    expect(files.flatMap(addressesOf)).to.include.members([
      '../../crds/generated/',
      './heavy-thread.js',
      './function-thread.js',
      './children/*',
    ])
    expect(files.flatMap(missing)).to.deep.equal([])
  })

  it('has each child process and thread in it', () => {
    const threads = ['heavy-thread.js', 'function-thread.js']
    for (const name of ['main.js', ...threads, 'children/operators-child.js', 'children/node-child.js'])
      expect(existsSync(join(folder, name)), name).to.equal(true)
  })
})

const addressesOf = (file: string): string[] => addresses(readFileSync(file, 'utf8'))
