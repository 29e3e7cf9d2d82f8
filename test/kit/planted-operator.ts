/** A copy of the compiled program with one more operator in it, for tests that need one that misbehaves. */
import { appendFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** Copies the program to `folder` with `source`, a module that exports `planted`, as `operators/<name>`; answers the path of its command. */
export function plantOperator(folder: string, name: string, source: string): string {
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['core', 'crds', 'operators', 'plugins'])
    cpSync(join(root, 'dist', part), join(folder, 'dist', part), { recursive: true })
  writeFileSync(join(folder, 'dist', 'package.json'), '{ "type": "module" }\n')
  mkdirSync(join(folder, 'hack'))
  // The form file by file, since in the joined one nothing can be planted.
  writeFileSync(join(folder, 'hack', 'operon.mjs'), "import '../dist/core/main.js'\n")
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'dist', 'operators', name))
  writeFileSync(join(folder, 'dist', 'operators', name, 'index.js'), source)
  appendFileSync(
    join(folder, 'dist', 'operators', 'index.js'),
    `\nimport { planted } from './${name}/index.js'\noperators.push(planted)\n`,
  )
  return join(folder, 'hack', 'operon.mjs')
}
