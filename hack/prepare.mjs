// Runs before `npm start` and `npm test`: installs what package-lock.json names and compiles, each only when it is missing or stale. Needs nothing but Node.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keptCode } from './joined.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function run(title, command, args) {
  const started = Date.now()
  process.stdout.write(`${title} ... `)
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  if (status !== 0) {
    console.log('failed')
    console.error(
      `${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}. Mend what it says above, then run this again.`,
    )
    process.exit(1)
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** Newest modification time below a folder, in milliseconds since the epoch. */
function newest(folder) {
  let time = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return time
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Operon needs Node 20.19 or newer; this is ${process.version}.`)
  process.exit(1)
}
const installed = join(root, 'node_modules', '.package-lock.json')
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) {
  run('Installing packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}
const stamp = join(root, 'dist', 'package.json')
const areas = ['core', 'operators', 'crds', 'plugins', 'hack', 'test']
if (!existsSync(stamp) || areas.some((area) => newest(join(root, area)) > statSync(stamp).mtimeMs)) {
  run('Compiling', process.execPath, [join(root, 'hack', 'build.mjs'), '--quiet', '--clean'])
}
const bundled = join(root, 'dist', 'bundled')
const isKept = (name) => existsSync(keptCode(join(bundled, name)))
// That of the kubelet's process comes with nodes alone: it is compiled anew at each start.
const warmed = readdirSync(bundled, { recursive: true }).filter((name) => /(main|operators-child)-\w+\.cjs$/.test(name))
if (!warmed.every(isKept)) run('Warming up', process.execPath, [join(root, 'hack', 'warm-up.mjs')])
