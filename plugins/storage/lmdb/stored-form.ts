/**
 * How a version of a key lies on disk, the same in `current` and `log`:
 * crc32 (4 bytes, of all that follows), revision (8), previous revision (8, 0: none), splice (4), stamp (4), flags (2), key length (2), key, bytes. Numbers are big-endian.
 */
import { crc32 } from 'node:zlib'
import { type StoredValue, StorageFailedError } from '../../../core/storage/contract.js'

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

/** The bytes to store; a copy. */
export function encodeVersion({ key, revision, previous, value }: Version): Buffer {
  const bytes = value?.bytes ?? noBytes
  const keyLength = Buffer.byteLength(key)
  const stored = Buffer.allocUnsafeSlow(headBytes + keyLength + bytes.byteLength)
  writeRevision(stored, revision, 4)
  writeRevision(stored, previous, 12)
  stored.writeUInt32BE(value?.splice ?? 0, 20)
  stored.writeUInt32BE(value?.stamp ?? 0, 24)
  stored.writeUInt16BE(value ? 0 : tombstone, 28)
  stored.writeUInt16BE(keyLength, 30)
  stored.write(key, headBytes, 'utf8')
  stored.set(bytes, headBytes + keyLength)
  stored.writeUInt32BE(crc32(stored.subarray(4)), 0)
  return stored
}

/** Reads stored bytes, which must be a copy that nobody changes: the value refers to them. Throws `StorageFailedError` when they are damaged; `where` says whose they are. */
export function decodeVersion(stored: Buffer, where: string): Version {
  if (stored.byteLength < headBytes || crc32(stored.subarray(4)) !== stored.readUInt32BE(0)) {
    throw new StorageFailedError(`${where} is damaged: its checksum does not fit`)
  }
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

/** Writes a revision as eight bytes whose order is that of the numbers; answers where they end. */
export function writeRevision(target: Buffer, revision: number, at: number): number {
  target.writeUInt32BE(Math.floor(revision / 0x1_0000_0000), at)
  return target.writeUInt32BE(revision % 0x1_0000_0000, at + 4)
}

export function readRevision(source: Buffer, at: number): number {
  return source.readUInt32BE(at) * 0x1_0000_0000 + source.readUInt32BE(at + 4)
}
