// `npm run generate`: compiles the tree, runs hack/generate/main.ts, and compiles what it made. `--import <folder>` brings in the facts of a Kubernetes version first.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const build = () => {
  const { status } = spawnSync(process.execPath, [join(root, 'hack', 'build.mjs'), '--quiet'], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
build()
const { main } = await import(pathToFileURL(join(root, 'dist', 'hack', 'generate', 'main.js')).href)
await main(root, process.argv.slice(2))
build()
