/** `npm run generate`: makes crds/generated/ from crds/**\/*.yaml; with `--import <folder>` the facts of a Kubernetes version are brought into crds/ first. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { definitionsJson, typesJsonl } from './definitions.js'
import { importFacts } from './import.js'
import { readSources } from './sources.js'
import { tokensSource } from './tokens.js'
import { typesSource } from './types.js'
import { validatorSources } from './validators.js'

/** The generated files by path below crds/generated/. */
export async function generate(crds: string): Promise<ReadonlyMap<string, string>> {
  const sources = readSources(crds)
  return new Map([
    ['definitions.json', definitionsJson(sources)],
    ['types.jsonl', typesJsonl(sources)],
    ['tokens.ts', tokensSource(sources)],
    ['types.ts', await typesSource(sources)],
    ...validatorSources(sources),
  ])
}

export async function main(root: string, args: readonly string[]): Promise<void> {
  const crds = join(root, 'crds')
  const facts = args[args.indexOf('--import') + 1]
  if (args.includes('--import')) {
    if (!facts) throw new Error('--import needs the folder of the facts')
    console.log(`imported ${importFacts(facts, crds)} files from ${facts}`)
  }
  const files = await generate(crds)
  rmSync(join(crds, 'generated'), { recursive: true, force: true })
  mkdirSync(join(crds, 'generated', 'validators'), { recursive: true })
  for (const [name, text] of files) writeFileSync(join(crds, 'generated', name), text)
  console.log(
    `generated ${[...files].map(([name, text]) => `${name} (${Math.ceil(text.length / 1024)} kB)`).join(', ')}`,
  )
}
