// Prints a go.mod from upstream's own: its staging modules by their published versions, and k8s.io/kubernetes itself required.
import { readFileSync } from 'node:fs'

const [path, version] = process.argv.slice(2)
const staging = `v0.${version.split('.').slice(1).join('.')}`
const text = readFileSync(path, 'utf8')
  .replace(/^replace \([^)]*\)\n/m, '')
  .replaceAll(' v0.0.0\n', ` ${staging}\n`)
  .replace(/^module .*$/m, 'module conformance')
console.log(`${text}\nrequire k8s.io/kubernetes v${version}`)
