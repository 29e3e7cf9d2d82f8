import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type LogOptions, readLog } from './read-log.js'

const line = (second: number, text: string, tag = 'F', stream = 'stdout') =>
  `2024-01-01T00:00:${String(second).padStart(2, '0')}.000000000Z ${stream} ${tag} ${text}\n`
const plain: LogOptions = { follow: false, timestamps: false }

describe('reading a container log', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'))
    path = join(folder, '0.log')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function read(options: LogOptions): Promise<string> {
    const never = new AbortController().signal
    let text = ''
    for await (const bytes of readLog(path, options, { ended: never, signal: never })) text += bytes
    return text
  }

  it('gives the text of all lines of both streams', async () => {
    writeFileSync(path, line(1, 'one') + line(2, 'two', 'F', 'stderr') + line(3, ''))
    expect(await read(plain)).to.equal('one\ntwo\n\n')
    expect(await read({ ...plain, stream: 'stderr' })).to.equal('two\n')
  })

  it('joins partial lines', async () => {
    writeFileSync(path, line(1, 'on', 'P') + line(1, 'e'))
    expect(await read(plain)).to.equal('one\n')
  })

  it('puts times before lines, skips older ones, and stops at the limit', async () => {
    writeFileSync(path, line(1, 'one') + line(2, 'two') + line(3, 'three'))
    expect(await read({ ...plain, timestamps: true, tailLines: 1 })).to.equal('2024-01-01T00:00:03.000000000Z three\n')
    expect(await read({ ...plain, sinceMs: Date.parse('2024-01-01T00:00:02Z') })).to.equal('two\nthree\n')
    expect(await read({ ...plain, limitBytes: 6 })).to.equal('one\ntw')
  })

  it('finds the last lines of a file of many blocks', async () => {
    const all = Array.from({ length: 5000 }, (_, at) => line(at % 60, `line ${at} ${'x'.repeat(40)}`))
    writeFileSync(path, all.join(''))
    expect((await read({ ...plain, tailLines: 2000 })).split('\n')[0]).to.match(/^line 3000 /)
    expect(await read({ ...plain, tailLines: 0 })).to.equal('')
    expect((await read({ ...plain, tailLines: 9999 })).split('\n')).to.have.length(5001)
  })

  it('follows over a rotation until the container has ended', async () => {
    writeFileSync(path, line(1, 'one'))
    const ended = new AbortController()
    const never = new AbortController().signal
    const seen: string[] = []
    for await (const bytes of readLog(path, { ...plain, follow: true }, { ended: ended.signal, signal: never })) {
      seen.push(bytes.toString())
      if (seen.length === 1) appendFileSync(path, line(2, 'two'))
      if (seen.length === 2) {
        renameSync(path, `${path}.old`)
        writeFileSync(path, line(3, 'three'))
      }
      if (seen.length === 3) {
        appendFileSync(path, line(4, 'four'))
        ended.abort()
      }
    }
    expect(seen.join('')).to.equal('one\ntwo\nthree\nfour\n')
  })

  it('stops following when the reader goes away', async () => {
    writeFileSync(path, line(1, 'one'))
    const gone = new AbortController()
    const never = new AbortController().signal
    for await (const _ of readLog(path, { ...plain, follow: true }, { ended: never, signal: gone.signal })) gone.abort()
  })
})
