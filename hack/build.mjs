// Compiles every .ts of the tree to dist/ with esbuild, file by file (what tests and plugins import), copies the data files that code loads, and joins what the command `operon` runs into the few files of
// dist/bundled, because opening six hundred modules takes half of a start (hack/decisions/0010). Types are checked by `npm run typecheck`.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
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

/** What `operon` runs in processes of its own: each joined into one CommonJS file, whose compiled form V8 can read back (hack/joined.mjs). */
const processes = ['core/main.ts', 'core/main/children/operators-child.ts', 'core/main/children/node-child.ts']
/** And in threads, which begin later. */
const threads = ['core/main/heavy-thread.ts', 'core/main/expression-thread.ts', 'core/main/function-thread.ts']

/** As deep below dist/ as core/main/, from which the code names the definitions, the child processes and the threads. */
const placeOf = (file) => (file === 'core/main.ts' ? 'main/main' : file.slice('core/'.length, -'.ts'.length))

async function bundle() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const outdir = join(dist, 'bundled')
  // Names have a hash in them: what an earlier build left would stay, and what V8 made of it.
  rmSync(outdir, { recursive: true, force: true })
  const entriesOf = (files) => Object.fromEntries(files.map((file) => [placeOf(file), join(root, file)]))
  const whole = {
    ...common,
    bundle: true,
    outdir,
    legalComments: 'external',
    external: Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !joined.includes(name)),
  }
  await build({ ...whole, splitting: true, entryPoints: entriesOf(threads), chunkNames: 'main/[name]-[hash]' })
  const { metafile } = await build({
    ...whole,
    format: 'cjs',
    entryPoints: entriesOf(processes),
    entryNames: '[dir]/[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    define: { 'import.meta.url': '__url' },
    metafile: true,
  })
  const outputs = Object.entries(metafile.outputs)
  for (const file of processes) {
    const [output] = outputs.find(([, { entryPoint }]) => entryPoint === file)
    handImportOver(join(root, output))
    const place = join(outdir, `${placeOf(file)}.js`)
    const loader = relative(dirname(place), join(root, 'hack', 'joined.mjs'))
    const lines = [
      `import { runJoined } from '${loader}'`,
      `runJoined(new URL('./${basename(output)}', import.meta.url))`,
    ]
    writeFileSync(place, `${lines.join('\n')}\n`)
  }
}

/** `import()` of libraries is what the loader hands in: compiled code that is read back has none of its own. */
function handImportOver(file) {
  const text = readFileSync(file, 'utf8').replace(/(?<!\{)\bimport\("/g, '__import("')
  const left = /(?<!\{)\bimport\(/.exec(text)
  if (left) throw new Error(`${file}: import() of what is no plain name: ${text.slice(left.index, left.index + 80)}`)
  writeFileSync(file, text)
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
