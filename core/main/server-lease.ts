/** The Lease by which the cluster knows the API servers that live: one a machine, in kube-system, renewed while this one runs. Leases of servers that were not heard of for longer than theirs lasts are taken away. */
import { createHash } from 'node:crypto'
import type { Clock, Log, Random, Timer } from '../kit/index.js'
import { ifNotFound, type KubeObject, microTimestamp } from '../meta/index.js'
import type { Guarded } from '../registry/index.js'

const leases = 'coordination.k8s.io/leases'
const namespace = 'kube-system'
const component = 'kube-apiserver'
const identityLabel = 'apiserver.kubernetes.io/identity'

/** How long the Lease is good, as upstream's. */
const lastsSeconds = 3600
/** Sixty times while it is good; upstream's is written every 10 s, for the sake of several servers. */
const renewEveryMs = 60_000
/** As upstream looks for those of others. */
const sweepEveryMs = 3_600_000

export interface ServerLeaseOptions {
  readonly guarded: Guarded
  readonly hostname: string
  /** `192.0.2.7:6443`: where other servers would reach this one. */
  readonly address: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

export interface ServerLease {
  /** Writes the Lease once, takes expired ones away when it is time to, and comes again each minute. Failures are logged. */
  renew(): Promise<void>
  close(): void
}

interface Lease extends KubeObject {
  spec?: { leaseDurationSeconds?: number; renewTime?: string; [key: string]: unknown }
}

export function keepServerLease(options: ServerLeaseOptions): ServerLease {
  const { guarded, clock, log } = options
  const name = serverIdentity(options.hostname)
  const holder = `${name}_${options.random.uuid()}`
  let timer: Timer | undefined
  let closed = false
  let sweptMs: number | undefined
  const sweep = async () => {
    const nowMs = clock.monotonicMs()
    if (sweptMs !== undefined && nowMs - sweptMs < sweepEveryMs) return
    sweptMs = nowMs
    await sweepExpired(guarded, clock.now(), name)
  }
  const renew = async () => {
    timer?.cancel()
    try {
      await write(options, { name, holder })
      await sweep()
    } catch (error) {
      if (!closed) log.error("the API server's own lease can't be kept", { name, error })
    }
    if (!closed) timer = clock.after(renewEveryMs, () => void renew())
  }
  return {
    renew,
    close() {
      closed = true
      timer?.cancel()
    },
  }
}

/** Upstream's name of a server: what the host's name and the component's, each behind its length in two bytes, are hashed to. */
export function serverIdentity(hostname: string): string {
  const hash = createHash('sha256')
  for (const text of [hostname, component]) {
    const bytes = Buffer.from(text)
    hash.update(Buffer.from([bytes.length >> 8, bytes.length & 255])).update(bytes)
  }
  return `apiserver-${base32(hash.digest().subarray(0, 16))}`
}

/** RFC 4648 in small letters, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

async function write(
  { guarded, hostname, address, clock }: ServerLeaseOptions,
  { name, holder }: { readonly name: string; readonly holder: string },
): Promise<void> {
  const labels = { [identityLabel]: component, 'kubernetes.io/hostname': hostname }
  const annotations = { 'kubernetes.io/peer-advertise-address': address }
  const renewTime = microTimestamp(clock.now())
  const spec = { holderIdentity: holder, leaseDurationSeconds: lastsSeconds, renewTime }
  const found = await guarded.get(leases, namespace, name).catch(ifNotFound)
  if (!found) {
    const metadata = { name, namespace, labels, annotations }
    await guarded.create(leases, namespace, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec })
    return
  }
  await guarded.update(leases, namespace, name, (current) => {
    current.metadata.labels = { ...current.metadata.labels, ...labels }
    current.metadata.annotations = { ...current.metadata.annotations, ...annotations }
    current['spec'] = { ...(current as Lease).spec, ...spec }
  })
}

async function sweepExpired(guarded: Guarded, nowMs: number, own: string): Promise<void> {
  const all = (await guarded.list(leases, namespace, `${identityLabel}=${component}`)) as readonly Lease[]
  for (const { metadata, spec } of all) {
    const { name = '', uid } = metadata
    if (name === own || !isExpired(spec, nowMs)) continue
    await guarded.delete(leases, namespace, name, uid ? { uid } : {}).catch(ifNotFound)
  }
}

/** As upstream: no server wrote one that does not say since when, and for how long, it is good. */
function isExpired(spec: Lease['spec'], nowMs: number): boolean {
  if (spec?.renewTime === undefined || spec.leaseDurationSeconds === undefined) return true
  return Date.parse(spec.renewTime) + spec.leaseDurationSeconds * 1000 < nowMs
}
