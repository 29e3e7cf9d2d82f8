import { expect } from 'chai'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CriLines } from './cri-lines.js'
import { LogFile } from './log-file.js'

const now = () => Date.UTC(2026, 10, 21, 10, 0, 0, 7)
const stamp = '2026-11-21T10:00:00.007000000Z'

describe("A container's log", () => {
  it('has a line for each line, however the bytes come', () => {
    const lines = new CriLines('stdout', now)
    const parts = ['one\ntw', 'o\n', '\n', 'thr', 'ee'].map((text) => lines.push(Buffer.from(text)).toString())
    expect(parts.join('')).to.equal(`${stamp} stdout F one\n${stamp} stdout F two\n${stamp} stdout F \n`)
    expect(lines.end().toString()).to.equal(`${stamp} stdout P three\n`)
    expect(lines.end().toString()).to.equal('')
  })

  it('has long lines in parts of 16 KiB, and bytes that are no text unharmed', () => {
    const lines = new CriLines('stderr', now)
    const bytes = Buffer.alloc(40_000, 0xff)
    const log = Buffer.concat([
      lines.push(bytes.subarray(0, 30_000)),
      lines.push(bytes.subarray(30_000)),
      lines.push(Buffer.from('\n')),
    ])
    const written = log
      .toString('latin1')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(stamp.length + 1))
    expect(written.map((line) => line.slice(0, 9))).to.deep.equal(['stderr P ', 'stderr P ', 'stderr F '])
    expect(written.map((line) => line.length - 9)).to.deep.equal([16_384, 16_384, 40_000 - 2 * 16_384])
  })

  it('is there before the first line, for those who follow a silent container', async () => {
    const folder = mkdtempSync('/tmp/operon-log-')
    const log = new LogFile(join(folder, 'c', '0.log'), now)
    log.begin()
    await log.close()
    expect(readFileSync(join(folder, 'c', '0.log'), 'utf8')).to.equal('')
    rmSync(folder, { recursive: true })
  })

  it('goes on after a write that failed', async () => {
    const folder = mkdtempSync('/tmp/operon-log-')
    try {
      const log = new LogFile(join(folder, 'c', '0.log'), now)
      writeFileSync(join(folder, 'c'), 'in the way of the folder')
      expect(await log.append(Buffer.from('lost\n')).catch(() => 'failed')).to.equal('failed')
      rmSync(join(folder, 'c'))
      await log.append(Buffer.from('kept\n'))
      await log.close()
      expect(readFileSync(join(folder, 'c', '0.log'), 'utf8')).to.equal('kept\n')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is rotated at its size, losing no line, and keeps so many files', async () => {
    const folder = mkdtempSync('/tmp/operon-log-')
    try {
      let time = now()
      const log = new LogFile(join(folder, 'c', '0.log'), () => (time += 1000), { bytes: 100, files: 3 })
      for (let at = 0; at < 30; at++) log.append(Buffer.from(`line ${String(at).padStart(4, '0')}\n`))
      await log.close()
      const names = readdirSync(join(folder, 'c')).sort()
      expect(names).to.have.length(3)
      expect(names[0]).to.equal('0.log')
      expect(names[1]).to.match(/^0\.log\.20261121-1000\d\d\.007$/)
      const [current = '', ...older] = names.map((name) => readFileSync(join(folder, 'c', name), 'utf8'))
      const kept = [...older, current].join('').split('\n').filter(Boolean)
      expect(kept.at(-1)).to.equal('line 0029')
      expect(kept).to.deep.equal(
        Array.from({ length: kept.length }, (_, at) => `line ${String(30 - kept.length + at).padStart(4, '0')}`),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
