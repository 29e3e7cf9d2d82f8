// Runs a joined file of dist/bundled in the form that V8 compiled of it in an earlier run, where that is kept beside it (hack/warm-up.mjs): a start takes two thirds of the time then (hack/decisions/0010).
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import v8 from 'node:v8'
import vm from 'node:vm'
import { crc32 } from 'node:zlib'

/** Where the compiled form of a joined file is kept: its name has a hash of the file's text, and is told apart by what compiled it. */
export const keptCode = (file) => `${file}.${process.version}-${process.arch}.code`

/** `url`: of the file, which is CommonJS in ASCII. Answers whether it runs from its compiled form: one that does not fit this V8 and its flags is passed over. */
export function runJoined(url) {
  const file = fileURLToPath(url)
  const kept = keptCode(file)
  const parameters = 'exports, require, module, __filename, __dirname, __url, __import'
  const script = new vm.Script(`(function (${parameters}) {${readFileSync(file, 'latin1')}\n})`, {
    filename: url.href,
    cachedData: readKept(kept),
  })
  if (process.env.OPERON_KEEP_CODE) keepAtExit(script, kept)
  const module = { exports: {} }
  const own = [module.exports, createRequire(url), module, file, dirname(file), url.href, load]
  script.runInThisContext()(...own)
  return script.cachedDataRejected === false
}

/** Undefined where there is none, or it is not what was written: V8 itself looks at little more than its length. Its last four bytes are a checksum (a millisecond). */
function readKept(kept) {
  if (!existsSync(kept)) return undefined
  const bytes = readFileSync(kept)
  const code = bytes.subarray(0, -4)
  return bytes.length > 4 && crc32(code) === bytes.readUInt32LE(code.length) ? code : undefined
}

/** In place of `import()`, which code that was kept does not have. */
const load = (name) => import(name)

function keepAtExit(script, kept) {
  // V8 takes only what was compiled under the flags that it has when it reads it: at a start, none.
  const set = v8.setFlagsFromString
  v8.setFlagsFromString = (flag) => flag.startsWith('--interrupt-budget') || set(flag)
  process.on('exit', () => {
    const unfinished = `${kept}.${process.pid}`
    const code = script.createCachedData()
    const sum = Buffer.alloc(4)
    sum.writeUInt32LE(crc32(code))
    writeFileSync(unfinished, Buffer.concat([code, sum]))
    renameSync(unfinished, kept)
  })
}
