// Runs upstream's own unit tests of schemas, rules and definitions and writes down what its functions were asked and answered: node hack/conformance/vectors/record.mjs DIR [Go package ...]
// DIR/<room>.jsonl: one line a call: {call, in, out}. Functions are wrapped in copies below DIR: nothing of upstream's is kept in this repository.
// Needs Go, and the folder `module` that hack/conformance/build.sh makes in $CONFORMANCE_DIR.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { modules, packages, tests } from './wraps.mjs'

const [out, ...named] = process.argv.slice(2)
const home =
  process.env.CONFORMANCE_DIR ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'operon-conformance')
const dir = resolve(out)
const module = join(dir, 'module')
mkdirSync(dir, { recursive: true })
cpSync(join(home, 'module'), module, { recursive: true })
const go = { cwd: module, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=mod -buildvcs=false' } }

const sink = (packageName, room) => `package ${packageName}

import (
	"encoding/json"
	"os"
	"sync"
)

var vectorLock sync.Mutex

func vectorEncode(value any) json.RawMessage {
	bytes, err := json.Marshal(value)
	if err != nil { return json.RawMessage("null") }
	return bytes
}

func vectorWrite(call string, in json.RawMessage, out any) {
	bytes, err := json.Marshal(map[string]any{"call": call, "in": in, "out": out})
	if err != nil || string(in) == "null" { return }
	vectorLock.Lock()
	defer vectorLock.Unlock()
	file, err := os.OpenFile(os.Getenv("VECTORS")+"/${room}.jsonl", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil { panic(err) }
	defer file.Close()
	file.Write(append(bytes, '\\n'))
}
`

/** The source with one function renamed, and one of its name that asks it and writes down both sides. */
function wrap(source, { name, receiver, results, asked, answered }) {
  const head = new RegExp(`^func (\\(${receiver ?? '[^)]*'}\\) )?${name}\\(([^()]*)\\) ?(.*) \\{$`, 'm')
  const found = head.exec(source)
  if (!found) throw new Error(`no function ${name}`)
  const [line, on = '', written, result] = found
  const parameters = written.replaceAll(/(^|, )_ /g, '$1unused ')
  const passed = parameters.split(', ').map((each) => {
    const [word, type = ''] = each.split(' ')
    return type.startsWith('...') ? `${word}...` : word
  })
  const self = /\((\w+) /.exec(on)?.[1]
  const said = results ? `(${results})` : result
  const names = said ? [...said.replace(/^\(|\)$/g, '').matchAll(/(?:^|, )(\w+)/g)].map(([, word]) => word) : []
  const call = `${self ? `${self}.` : ''}vector${name}(${passed.join(', ')})`
  return `${source.replace(line, line.replace(`${name}(`, `vector${name}(`))}

func ${on}${name}(${parameters}) ${said} {
	vectorIn := vectorEncode(map[string]any${asked})
	${names.length > 0 ? `${names.join(', ')} = ` : ''}${call}
	vectorWrite("${name}", vectorIn, map[string]any${answered})
	return
}
`
}

const folders = new Map()
for (const each of modules) {
  const { Dir } = JSON.parse(execFileSync('go', ['list', '-m', '-json', each], go))
  const copy = join(dir, each.replaceAll('/', '+'))
  rmSync(copy, { recursive: true, force: true })
  execFileSync('cp', ['-r', '--no-preserve=mode', Dir, copy])
  folders.set(each, copy)
}
// Asked before, of all at once: the copies take their modules' places from here on.
for (const [each, copy] of folders) execFileSync('go', ['mod', 'edit', `-replace=${each}=${copy}`], go)

for (const [name, { path, wraps, helpers = '', needs = '' }] of Object.entries(packages)) {
  const [owner, copy] = [...folders].find(([each]) => path.startsWith(each))
  const folder = join(copy, path.slice(owner.length))
  const changed = new Map()
  for (const { file, ...each } of wraps)
    changed.set(file, wrap(changed.get(file) ?? readFileSync(join(folder, file), 'utf8'), each))
  const packageName = /^package (\w+)/m.exec([...changed.values()][0])[1]
  changed.set('vector_sink.go', sink(packageName, name))
  changed.set('vector_helpers.go', `package ${packageName}\n${needs}\n${helpers}`)
  for (const [file, text] of changed) writeFileSync(join(folder, file), text)
  if (named.length === 0) rmSync(join(dir, `${name}.jsonl`), { force: true })
}

const tested = named.length > 0 ? named : tests
const args = ['go', 'test', '-count=1', '-vet=off', '-p=1', ...tested]
const { status } = spawnSync('nice', args, { ...go, env: { ...go.env, VECTORS: dir }, stdio: 'inherit' })
for (const name of Object.keys(packages)) {
  const path = join(dir, `${name}.jsonl`)
  const lines = existsSync(path) ? new Set(readFileSync(path, 'utf8').trimEnd().split('\n')) : new Set()
  writeFileSync(path, [...lines, ''].join('\n'))
  console.log(`${name}: ${lines.size} calls`)
}
process.exitCode = status
