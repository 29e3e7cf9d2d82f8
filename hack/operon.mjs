#!/usr/bin/env node
// The command `operon`: hands over to the compiled core/main.ts, in the form that starts fast (hack/build.mjs).
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const main = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'bundled', 'main', 'main.js')
if (!existsSync(main)) {
  console.error('Operon is not compiled yet: run `npm start`, or `npm run build` first.')
  process.exit(1)
}
await import(pathToFileURL(main).href)
