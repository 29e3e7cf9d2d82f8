import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { systemClock, systemRandom, VirtualClock } from '../../kit/index.js'
import { Authority } from './authority.js'

describe('the certificate authority', () => {
  let folder: string
  const world = { clock: systemClock, random: systemRandom }
  const server = { commonName: 'kube-apiserver', usage: 'server', names: ['localhost', '127.0.0.1', '::1'] } as const

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-pki-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('signs certificates that hold against it, with the names and groups asked for', () => {
    const authority = new Authority(join(folder, 'pki'), world)
    const ca = new X509Certificate(authority.certificate)
    const leaf = new X509Certificate(authority.ensure('apiserver', server).certificate)
    expect(ca.ca).to.equal(true)
    expect(leaf.ca).to.equal(false)
    expect(leaf.verify(ca.publicKey)).to.equal(true)
    expect(leaf.checkIssued(ca)).to.equal(true)
    expect(leaf.checkHost('localhost')).to.equal('localhost')
    expect(leaf.checkIP('127.0.0.1')).to.equal('127.0.0.1')
    expect(leaf.checkIP('::1')).to.equal('::1')
    const admin = authority.issue({ commonName: 'admin', organizations: ['a', 'b'], usage: 'client' })
    expect(new X509Certificate(admin.certificate).subject).to.equal('O=a\nO=b\nCN=admin')
  })

  it('has RSA keys for clients that read no others, kept like the rest', async () => {
    const authority = new Authority(join(folder, 'pki'), world)
    const request = { commonName: 'admin', organizations: ['a'], usage: 'client' } as const
    const elliptic = authority.ensure('admin', request)
    const pair = await authority.ensureRsa('admin', request)
    expect(pair).not.to.deep.equal(elliptic)
    expect(pair.key).to.match(/^-----BEGIN RSA PRIVATE KEY-----/)
    const leaf = new X509Certificate(pair.certificate)
    expect(leaf.checkPrivateKey(createPrivateKey(pair.key))).to.equal(true)
    expect(leaf.verify(new X509Certificate(authority.certificate).publicKey)).to.equal(true)
    expect(await authority.ensureRsa('admin', request)).to.deep.equal(pair)
  })

  it('names a file that is damaged, and what to do', () => {
    for (const file of ['ca.crt', 'ca.key', 'apiserver.key', 'sa.key']) {
      const pki = join(folder, file)
      const open = () => {
        const authority = new Authority(pki, world)
        authority.ensure('apiserver', server)
        authority.ensureKey('sa')
      }
      open()
      writeFileSync(join(pki, file), 'garbage')
      expect(open).to.throw(`${join(pki, file)} is damaged`)
    }
  })

  it('does not put a new authority in the place of one that was lost', () => {
    for (const file of ['ca.crt', 'ca.key']) {
      const pki = join(folder, file)
      new Authority(pki, world).ensure('apiserver', server)
      const lost = readFileSync(join(pki, file))
      rmSync(join(pki, file))
      expect(() => new Authority(pki, world)).to.throw(`${join(pki, file)} is missing, though other keys are there`)
      expect(existsSync(join(pki, file))).to.equal(false)
      writeFileSync(join(pki, file), lost)
      expect(new Authority(pki, world).ensure('apiserver', server)).to.have.keys('certificate', 'key')
    }
    const pki = join(folder, 'both')
    new Authority(pki, world).ensureKey('sa')
    for (const file of ['ca.crt', 'ca.key']) rmSync(join(pki, file))
    expect(() => new Authority(pki, world)).to.throw('ca.key are missing')
  })

  it('satisfies openssl', function () {
    try {
      execFileSync('openssl', ['version'], { stdio: 'ignore' })
    } catch {
      this.skip()
    }
    const authority = new Authority(join(folder, 'pki'), world)
    authority.ensure('apiserver', server)
    const at = (file: string) => authority.path(file)
    const args = ['verify', '-x509_strict', '-purpose', 'sslserver', '-CAfile', at('ca.crt'), at('apiserver.crt')]
    expect(execFileSync('openssl', args).toString()).to.contain('OK')
  })

  it('keeps what it has, readable by its owner alone', () => {
    const first = new Authority(join(folder, 'pki'), world).ensure('apiserver', server)
    const again = new Authority(join(folder, 'pki'), world)
    expect(again.ensure('apiserver', server)).to.deep.equal(first)
    expect(again.ensureKey('sa')).to.equal(again.ensureKey('sa'))
    for (const file of ['ca.key', 'ca.crt', 'apiserver.key', 'sa.key']) {
      expect(statSync(join(folder, 'pki', file)).mode & 0o777, file).to.equal(0o600)
    }
    expect(statSync(join(folder, 'pki')).mode & 0o777).to.equal(0o700)
  })

  it('makes a certificate anew for a new name, near its end, or of another authority', async () => {
    const clock = new VirtualClock()
    const authority = new Authority(join(folder, 'pki'), { clock, random: systemRandom })
    const first = authority.ensure('apiserver', server)
    const wider = { ...server, names: [...server.names, 'example.test', '10.0.0.1'] }
    const second = authority.ensure('apiserver', wider)
    expect(second).not.to.deep.equal(first)
    expect(authority.ensure('apiserver', server)).to.deep.equal(second)
    await clock.advance(320 * 24 * 3600_000)
    const third = authority.ensure('apiserver', wider)
    expect(third).not.to.deep.equal(second)
    const other = new Authority(join(folder, 'other'), { clock, random: systemRandom })
    const foreign = other.issue(server)
    writeFileSync(authority.path('apiserver.crt'), foreign.certificate)
    expect(authority.ensure('apiserver', wider).certificate).not.to.equal(foreign.certificate)
  })
})
