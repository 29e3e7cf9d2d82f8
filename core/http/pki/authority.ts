/** The cluster's own certificate authority: a folder of keys and certificates, made when missing and renewed before they end. */
import {
  createPrivateKey,
  generateKeyPair,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  X509Certificate,
} from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import type { Clock, Random } from '../../kit/index.js'
import { type CertificateRequest, type Issuer, issueCertificate } from './certificate.js'

/** PEM texts. */
export interface KeyPair {
  readonly certificate: string
  readonly key: string
}

export type LeafRequest = Omit<CertificateRequest, 'notBeforeMs' | 'notAfterMs'>

const dayMs = 24 * 3600_000
const authorityDays = 3650
const leafDays = 365
/** A leaf with less than this left is made anew at the next start. */
const renewDays = 60

export class Authority {
  /** PEM of the authority's certificate: what clients trust. */
  readonly certificate: string
  /** With the key: for who signs in its name. */
  readonly pair: KeyPair
  readonly #folder: string
  readonly #issuer: Issuer
  readonly #clock: Clock
  readonly #random: Random

  /** Opens the authority in `folder` (mode 0700), or makes it. Throws when a file there can't be read or is broken, and when the authority's own are missing beside others that it signed: a new one would be trusted by nobody. Cost: under 2 ms when new. */
  constructor(folder: string, world: { readonly clock: Clock; readonly random: Random }) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#folder = folder
    this.#clock = world.clock
    this.#random = world.random
    const pair = this.#load('ca') ?? this.#begin()
    this.pair = pair
    this.certificate = pair.certificate
    this.#issuer = { certificate: new X509Certificate(pair.certificate), key: createPrivateKey(pair.key) }
  }

  /** The key pair `name` of the folder; made anew when it is missing, soon over, of another authority, or lacks one of the names asked for. */
  ensure(name: string, request: LeafRequest): KeyPair {
    const present = this.#load(name)
    if (present && this.#fits(present, request)) return present
    return this.#create(name, { ...request, ...this.#span(leafDays) }, this.#issuer)
  }

  /** As `ensure`, with an RSA key: what is handed to anybody's client, for some read no other (fabric8's). Cost: 0.2 s of another thread when new. */
  async ensureRsa(name: string, request: LeafRequest): Promise<KeyPair> {
    return this.keptRsa(name, request) ?? this.#keep(name, await this.issueRsa(request))
  }

  /** What `ensureRsa` need not make. */
  keptRsa(name: string, request: LeafRequest): KeyPair | undefined {
    const present = this.#load(name)
    const isRsa = present && createPrivateKey(present.key).asymmetricKeyType === 'rsa'
    return isRsa && this.#fits(present, request) ? present : undefined
  }

  /** As `issue`, with an RSA key. */
  async issueRsa(request: LeafRequest): Promise<KeyPair> {
    return this.#make({ ...request, ...this.#span(leafDays) }, { issuer: this.#issuer, key: await newRsaKey() })
  }

  /** A key pair that is kept nowhere. */
  issue(request: LeafRequest): KeyPair {
    return this.#make({ ...request, ...this.#span(leafDays) }, { issuer: this.#issuer, key: newKey() })
  }

  /** An EC P-256 key that is no certificate's (service account tokens), PEM; made when missing. */
  ensureKey(name: string): string {
    const present = this.#read(`${name}.key`)
    if (present) {
      this.#refuseBroken(`${name}.key`, () => createPrivateKey(present))
      return present
    }
    const text = exported(newKey())
    this.#write(`${name}.key`, text)
    return text
  }

  /** 32 bytes that only who holds the authority's key can make: the same for the same purpose, in every server of the cluster and after a restart. */
  secret(purpose: string): Uint8Array {
    const key = this.#issuer.key.export({ type: 'pkcs8', format: 'der' })
    return new Uint8Array(hkdfSync('sha256', key, '', `operon ${purpose}`, 32))
  }

  /** Where the file of that name is, for children that are handed paths: `ca.crt`. */
  path(file: string): string {
    return join(this.#folder, file)
  }

  #begin(): KeyPair {
    const present = readdirSync(this.#folder).filter((file) => /\.(crt|key)$/.test(file))
    if (present.length > 0) {
      const missing = ['ca.crt', 'ca.key'].filter((file) => !present.includes(file))
      throw new Error(
        `${missing.map((file) => join(this.#folder, file)).join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing, though other keys are there: put it back from a backup. ` +
          `To begin with a new authority, move the whole folder ${this.#folder} away; then every kubeconfig, certificate and token that was given out is worthless, and must be given out anew`,
      )
    }
    return this.#create('ca', this.#authorityRequest(), undefined)
  }

  #authorityRequest(): CertificateRequest {
    return { commonName: 'operon-ca', usage: 'authority', ...this.#span(authorityDays) }
  }

  /** From an hour ago, for clocks that differ. */
  #span(days: number): { readonly notBeforeMs: number; readonly notAfterMs: number } {
    const now = this.#clock.now()
    return { notBeforeMs: now - 3600_000, notAfterMs: now + days * dayMs }
  }

  #fits(pair: KeyPair, request: LeafRequest): boolean {
    const certificate = new X509Certificate(pair.certificate)
    const left = Date.parse(certificate.validTo) - this.#clock.now()
    if (left < renewDays * dayMs || !certificate.verify(this.#issuer.certificate.publicKey)) return false
    if (!certificate.checkPrivateKey(createPrivateKey(pair.key))) return false
    const held = new Set((certificate.subjectAltName ?? '').split(', ').map((each) => each.replace(/^[^:]*:/, '')))
    return (request.names ?? []).every((name) => held.has(name) || (isIP(name) > 0 && !!certificate.checkIP(name)))
  }

  #create(name: string, request: CertificateRequest, issuer: Issuer | undefined): KeyPair {
    return this.#keep(name, this.#make(request, { issuer, key: newKey() }))
  }

  #keep(name: string, pair: KeyPair): KeyPair {
    this.#write(`${name}.key`, pair.key)
    this.#write(`${name}.crt`, pair.certificate)
    return pair
  }

  #make(
    request: CertificateRequest,
    { issuer, key }: { readonly issuer: Issuer | undefined; readonly key: KeyObject },
  ): KeyPair {
    const serial = Buffer.from(this.#random.bytes(16))
    serial[0] = (serial[0]! & 0x3f) | 0x40
    return { certificate: issueCertificate(request, { key, issuer, serial }), key: exported(key) }
  }

  #load(name: string): KeyPair | undefined {
    const certificate = this.#read(`${name}.crt`)
    const key = this.#read(`${name}.key`)
    if (!certificate || !key) return undefined
    this.#refuseBroken(`${name}.crt`, () => new X509Certificate(certificate))
    this.#refuseBroken(`${name}.key`, () => createPrivateKey(key))
    return { certificate, key }
  }

  #refuseBroken(file: string, parse: () => unknown): void {
    try {
      parse()
    } catch (error) {
      throw new Error(
        `${join(this.#folder, file)} is damaged (${(error as Error).message}): put it back from a backup, or remove it to have a new one made`,
      )
    }
  }

  #read(file: string): string | undefined {
    try {
      return readFileSync(join(this.#folder, file), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  #write(file: string, text: string): void {
    const path = join(this.#folder, file)
    writeFileSync(`${path}.new`, text, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
}

const newKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const newRsaKey = (): Promise<KeyObject> =>
  new Promise((resolve, reject) =>
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, _, key) => (error ? reject(error) : resolve(key))),
  )
const exported = (key: KeyObject): string =>
  key.export({ type: key.asymmetricKeyType === 'rsa' ? 'pkcs1' : 'pkcs8', format: 'pem' }).toString()
