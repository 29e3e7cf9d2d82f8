/**
 * How a version of a key lies on disk, the same in `current` and `log`:
 * crc32 (4 bytes, of all that follows), revision (8), previous revision (8, 0: none), splice (4), stamp (4), flags (2), key length (2), key, bytes. Numbers are big-endian.
 */
import { crc32 } from 'node:zlib'
import type { StoredValue } from '../../../core/storage/contract.js'

/** One version of a key. */
export interface Version {
  readonly key: string
  readonly revision: number
  /** The revision of the version before; 0: the key was created. */
  readonly previous: number
  /** Undefined: the key was deleted. */
  readonly value: StoredValue | undefined
}

const headBytes = 32
const tombstone = 1
const noBytes = new Uint8Array(0)

/** The bytes to store, as views of one buffer: LMDB is handed addresses, and each buffer's is asked for once. */
export function encodeVersions(versions: readonly Version[]): Buffer[] {
  const keyLengths = versions.map(({ key }) => Buffer.byteLength(key))
  let size = 0
  for (const [at, { value }] of versions.entries()) {
    size += headBytes + (keyLengths[at] as number) + (value?.bytes.byteLength ?? 0)
  }
  const all = Buffer.allocUnsafeSlow(size)
  let from = 0
  return versions.map((version, at) => {
    const end = writeVersion(all, from, { version, keyLength: keyLengths[at] as number })
    const stored = all.subarray(from, end)
    from = end
    return stored
  })
}

function writeVersion(
  target: Buffer,
  at: number,
  { version, keyLength }: { readonly version: Version; readonly keyLength: number },
): number {
  const { key, revision, previous, value } = version
  const bytes = value?.bytes ?? noBytes
  const bodyAt = at + headBytes + keyLength
  writeRevision(target, revision, at + 4)
  writeRevision(target, previous, at + 12)
  target.writeUInt32BE(value?.splice ?? 0, at + 20)
  target.writeUInt32BE(value?.stamp ?? 0, at + 24)
  target.writeUInt16BE(value ? 0 : tombstone, at + 28)
  target.writeUInt16BE(keyLength, at + 30)
  target.write(key, at + headBytes, 'utf8')
  target.set(bytes, bodyAt)
  const end = bodyAt + bytes.byteLength
  target.writeUInt32BE(crc32(target.subarray(at + 4, end)), at)
  return end
}

/** Reads stored bytes, which must be a copy that nobody changes: the value refers to them. Throws an Error when they are damaged; `where` says whose they are. */
export function decodeVersion(stored: Buffer, where: string): Version {
  checkSum(stored, where)
  const bodyAt = headBytes + stored.readUInt16BE(30)
  const isTombstone = (stored.readUInt16BE(28) & tombstone) !== 0
  return {
    key: stored.toString('utf8', headBytes, bodyAt),
    revision: readRevision(stored, 4),
    previous: readRevision(stored, 12),
    value: isTombstone
      ? undefined
      : { bytes: stored.subarray(bodyAt), splice: stored.readUInt32BE(20), stamp: stored.readUInt32BE(24) },
  }
}

/** As `decodeVersion`, for the value alone, of which the caller knows key and revision; undefined when it is of another revision, or a tombstone. */
export function decodeValue(stored: Buffer, revision: number, where: string): StoredValue | undefined {
  checkSum(stored, where)
  if (readRevision(stored, 4) !== revision || (stored.readUInt16BE(28) & tombstone) !== 0) return undefined
  const bytes = stored.subarray(headBytes + stored.readUInt16BE(30))
  return { bytes, splice: stored.readUInt32BE(20), stamp: stored.readUInt32BE(24) }
}

function checkSum(stored: Buffer, where: string): void {
  if (stored.byteLength >= headBytes && crc32(stored.subarray(4)) === stored.readUInt32BE(0)) return
  throw new Error(`${where} is damaged: its checksum does not fit`)
}

/** Writes a revision as eight bytes whose order is that of the numbers; answers where they end. */
export function writeRevision(target: Buffer, revision: number, at: number): number {
  target.writeUInt32BE(Math.floor(revision / 0x1_0000_0000), at)
  return target.writeUInt32BE(revision % 0x1_0000_0000, at + 4)
}

export function readRevision(source: Buffer, at: number): number {
  return source.readUInt32BE(at) * 0x1_0000_0000 + source.readUInt32BE(at + 4)
}
