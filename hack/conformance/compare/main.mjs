// Compares Operon with a real kube-apiserver: node hack/conformance/compare/main.mjs UPSTREAM_KUBECONFIG OPERON_KUBECONFIG FILE... [--words]
// (upstream.sh starts the first.) A FILE exports default async (twins) => ..., which asks through twins (twins.mjs); what differs is printed.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Twins } from './twins.mjs'

const words = process.argv.includes('--words')
const [upstream, operon, ...files] = process.argv.slice(2).filter((argument) => argument !== '--words')
for (const file of files) {
  const twins = new Twins({ upstream, operon, words })
  await (await import(pathToFileURL(resolve(file)).href)).default(twins)
  console.log(`${file}: ${twins.asked} compared, ${twins.differed} differ; ${twins.knownSeen} differences on purpose`)
  for (const [pattern, why] of twins.known) console.log(`    ${pattern.source}: ${why}`)
}
process.exit(0)
