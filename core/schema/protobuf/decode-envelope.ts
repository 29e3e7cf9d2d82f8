/** Kubernetes' protobuf bodies: `k8s\0` and a runtime.Unknown that names the kind and carries the message. */
import { BinaryReader } from '@bufbuild/protobuf/wire'
import { badRequest, type KubeObject } from '../../meta/index.js'
import type { StructType } from '../type.js'
import { decodeMessage } from './decode-message.js'

export const protobufType = 'application/vnd.kubernetes.protobuf'

const magic = [0x6b, 0x38, 0x73, 0x00]

/** The type of a whole object; undefined where none is known. */
export type TypeOf = (apiVersion: string, kind: string) => StructType | undefined

/** Decodes a body to the object that its JSON would be. Throws 400 for what is no envelope, or of a kind that `typeOf` does not know. */
export function decodeProtobuf(bytes: Uint8Array, typeOf: TypeOf): KubeObject {
  if (!magic.every((byte, at) => bytes[at] === byte))
    throw badRequest('the protobuf body does not begin with the magic number of Kubernetes')
  try {
    const { apiVersion, kind, raw } = readUnknown(bytes.subarray(magic.length))
    const type = typeOf(apiVersion, kind)
    if (!type)
      throw badRequest(
        `no kind ${JSON.stringify(kind)} is registered for version ${JSON.stringify(apiVersion)}, or it is served as JSON alone`,
      )
    return { kind, apiVersion, ...(decodeMessage(raw, type) as Omit<KubeObject, 'kind' | 'apiVersion'>) } as KubeObject
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'Error'))
      throw badRequest(`the protobuf body is malformed: ${error.message}`)
    throw error
  }
}

function readUnknown(bytes: Uint8Array): {
  readonly apiVersion: string
  readonly kind: string
  readonly raw: Uint8Array
} {
  const reader = new BinaryReader(bytes)
  let names = { apiVersion: '', kind: '' }
  let raw: Uint8Array = new Uint8Array()
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    if (number === 1) names = readNames(reader.bytes())
    else if (number === 2) raw = reader.bytes()
    else reader.skip(wire, number)
  }
  return { ...names, raw }
}

function readNames(bytes: Uint8Array): { readonly apiVersion: string; readonly kind: string } {
  const reader = new BinaryReader(bytes)
  const names = { apiVersion: '', kind: '' }
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    if (number === 1) names.apiVersion = reader.string()
    else if (number === 2) names.kind = reader.string()
    else reader.skip(wire, number)
  }
  return names
}
