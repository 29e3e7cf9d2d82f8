// Compiles every .ts of the tree to dist/ with esbuild, file by file, and copies the data files that code loads. Types are checked by `npm run typecheck`.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

const started = Date.now()
const files = areas.filter((area) => existsSync(join(root, area))).flatMap((area) => filesBelow(join(root, area)))
const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
const dist = join(root, 'dist')
if (process.argv.includes('--clean')) rmSync(dist, { recursive: true, force: true })
await build({
  entryPoints: sources,
  outdir: dist,
  outbase: root,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
})
// Data that code loads at run time stands beside the code that loads it: everything in a `generated` or `testdata` folder.
for (const file of files.filter((file) => /[\\/](generated|testdata)[\\/]/.test(file) && !file.endsWith('.ts'))) {
  const target = join(dist, file.slice(root.length + 1))
  if (existsSync(target) && statSync(target).mtimeMs >= statSync(file).mtimeMs) continue
  mkdirSync(dirname(target), { recursive: true })
  cpSync(file, target)
}
writeDescriptions(root, join(dist, 'crds', 'generated', 'descriptions.jsonl'))
writeFileSync(join(dist, 'package.json'), '{ "type": "module" }\n')
if (!process.argv.includes('--quiet')) console.log(`built ${sources.length} files in ${Date.now() - started} ms`)
