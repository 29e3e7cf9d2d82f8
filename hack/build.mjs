// Compiles every .ts of the tree to dist/ with esbuild, file by file (what tests and plugins import), copies the data files that code loads, and joins what the command `operon` runs into the few files of
// dist/bundled, because opening six hundred modules takes half of a start (hack/decisions/0010). Types are checked by `npm run typecheck`.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeDescriptions } from './descriptions.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const areas = ['core', 'operators', 'crds', 'plugins', 'hack', 'test']

function filesBelow(folder, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) filesBelow(path, found)
    else found.push(path)
  }
  return found
}

/** Libraries without native parts that a start loads: joined with the rest. The others are loaded from node_modules when somebody needs them. */
const joined = ['@bufbuild/protobuf', '@marcbachmann/cel-js', 'lru-cache', 're2js']

/** What `operon` starts besides itself: child processes and threads. */
const started = [
  'core/main/children/operators-child.ts',
  'core/main/children/node-child.ts',
  'core/main/heavy-thread.ts',
  'core/main/function-thread.ts',
]

async function bundle() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const core = join(root, 'core')
  await build({
    ...common,
    bundle: true,
    splitting: true,
    // As deep below dist/ as core/main/, from which the code names the definitions, the child processes and the threads.
    entryPoints: {
      'main/main': join(core, 'main.ts'),
      ...Object.fromEntries(started.map((file) => [file.slice('core/'.length, -'.ts'.length), join(root, file)])),
    },
    outdir: join(dist, 'bundled'),
    chunkNames: 'main/[name]-[hash]',
    legalComments: 'external',
    external: Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !joined.includes(name)),
  })
}

const began = Date.now()
const files = areas.filter((area) => existsSync(join(root, area))).flatMap((area) => filesBelow(join(root, area)))
const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
const dist = join(root, 'dist')
if (process.argv.includes('--clean')) rmSync(dist, { recursive: true, force: true })
const common = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
}
await build({ ...common, entryPoints: sources, outdir: dist, outbase: root })
await bundle()
// Data that code loads at run time stands beside the code that loads it: everything in a `generated` or `testdata` folder.
for (const file of files.filter((file) => /[\\/](generated|testdata)[\\/]/.test(file) && !file.endsWith('.ts'))) {
  const target = join(dist, file.slice(root.length + 1))
  if (existsSync(target) && statSync(target).mtimeMs >= statSync(file).mtimeMs) continue
  mkdirSync(dirname(target), { recursive: true })
  cpSync(file, target)
}
writeDescriptions(root, join(dist, 'crds', 'generated', 'descriptions.jsonl'))
writeFileSync(join(dist, 'package.json'), '{ "type": "module" }\n')
if (!process.argv.includes('--quiet')) console.log(`built ${sources.length} files in ${Date.now() - began} ms`)
