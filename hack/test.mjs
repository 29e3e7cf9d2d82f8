// `npm test`: every *.test.ts, compiled, under mocha; ends with `N passed, M failed, K skipped`. Arguments narrow it: `npm test -- core/storage` runs the tests below that folder.
import { spawn } from 'node:child_process'
import { readdirSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

function testsBelow(folder, found = []) {
  if (!existsSync(folder)) return found
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) testsBelow(path, found)
    else if (entry.name.endsWith('.test.js')) found.push(path)
  }
  return found
}

const args = process.argv.slice(2)
const places = args.filter((arg) => !arg.startsWith('-'))
const files = (
  places.length
    ? places.map((place) => join(dist, place))
    : ['core', 'operators', 'crds', 'plugins', 'hack', 'test'].map((a) => join(dist, a))
).flatMap((path) => (path.endsWith('.test.ts') ? [path.replace(/\.ts$/, '.js')] : testsBelow(path)))
if (!files.length) {
  console.error(`no *.test.ts below ${places.join(', ') || 'the tree'}`)
  process.exit(2)
}
const mocha = spawn(
  process.execPath,
  [
    '--enable-source-maps',
    join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
    '--reporter',
    join(root, 'hack', 'reporter.cjs'),
    '--timeout',
    '60000',
    '--exit',
    ...args.filter((a) => a.startsWith('-')),
    ...files,
  ],
  { stdio: 'inherit', cwd: root },
)
mocha.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
