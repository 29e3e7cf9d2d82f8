/** Answers in protobuf: objects, lists, Statuses. */
import { internalError, type KubeObject, type Status } from '../meta/index.js'
import { pauseNow } from '../kit/index.js'
import type { Answer, Listed, Resource } from '../registry/index.js'
import {
  encodeListEnds,
  encodeListItem,
  encodeProtobuf,
  listNumbers,
  protobufType,
  type StructType,
  type TypeOf,
} from '../schema/index.js'
import type { ByteSource, FunnelResponse } from './contract.js'
import { PieceSource } from './piece-source.js'

/** Built-in kinds have numbers for all that they are; people's own have none. */
export const speaksProtobuf = ({ definition }: Resource): boolean => definition.builtIn

/** Throws 500 for a kind without numbers. */
export function protobufOf(object: KubeObject, typeOf: TypeOf): Buffer {
  const { apiVersion = '', kind = '' } = object
  const type = typeOf(apiVersion, kind)
  if (!type) throw internalError(`there is no protobuf form of ${apiVersion} ${kind}`)
  return encodeProtobuf({ ...object, apiVersion, kind }, type)
}

/** The error's answer as protobuf. */
export function statusInProtobuf(response: FunnelResponse, status: Status, typeOf: TypeOf): FunnelResponse {
  const body = protobufOf(status as unknown as KubeObject, typeOf)
  const headers = { ...response.headers, 'content-type': protobufType, 'content-length': String(body.length) }
  return { ...response, headers, body }
}

/** A list's message in pieces, one an item. Made in slices. */
export async function listInProtobuf(
  list: { readonly apiVersion: string; readonly kind: string; readonly metadata: object },
  listed: Listed,
  {
    type,
    typeOf,
    shownOf,
  }: { readonly type: StructType; readonly typeOf: TypeOf; readonly shownOf: (item: Answer) => KubeObject },
): Promise<ByteSource> {
  const metadata = typeOf('meta.k8s.io/v1', 'ListMeta')
  if (!metadata) throw internalError('there is no protobuf form of lists')
  const number = listNumbers(list.apiVersion).items
  const pieces: Buffer[] = []
  let itemBytes = 0
  for (let part: Listed | undefined = listed; part; part = await part.rest?.()) {
    for (const item of part.items) {
      const pause = pauseNow()
      if (pause) await pause
      const piece = encodeListItem(shownOf(item), type, number)
      itemBytes += piece.length
      pieces.push(piece)
    }
  }
  const { head, tail } = encodeListEnds(list, { metadata, itemBytes })
  return new PieceSource([head, ...pieces, tail])
}
