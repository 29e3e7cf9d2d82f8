import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { expect } from 'chai'
import fc from 'fast-check'
import { StatusError } from '../../meta/index.js'
import { loadBuiltIns, wholeTypes } from '../index.js'
import { decodeProtobuf } from './index.js'

const builtIns = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))
const typeOf = wholeTypes(() => builtIns.definitions, builtIns.types)

type Message = (writer: BinaryWriter) => BinaryWriter

const nested = (writer: BinaryWriter, number: number, message: Message): BinaryWriter =>
  message(writer.tag(number, WireType.LengthDelimited).fork()).join()
const text = (writer: BinaryWriter, number: number, value: string): BinaryWriter =>
  writer.tag(number, WireType.LengthDelimited).string(value)

function envelope(apiVersion: string, kind: string, message: Message): Uint8Array {
  const writer = nested(new BinaryWriter(), 1, (names) => text(text(names, 1, apiVersion), 2, kind))
  return Buffer.concat([Buffer.from('k8s\0'), nested(writer, 2, message).finish()])
}

/** As Go clients write it: each scalar and struct that is no pointer, zero ones too. */
const service: Message = (writer) => {
  nested(writer, 1, (metadata) => {
    for (const [number, value] of [
      [1, 'web'],
      [2, ''],
      [3, ''],
      [4, ''],
      [5, ''],
      [6, ''],
    ] as const)
      text(metadata, number, value)
    metadata.tag(7, WireType.Varint).int64(0)
    nested(metadata, 8, (time) => time)
    return nested(metadata, 11, (entry) => text(text(entry, 1, 'app'), 2, 'web'))
  })
  nested(writer, 2, (spec) => {
    nested(spec, 1, (port) => {
      text(text(port, 1, ''), 2, 'TCP')
        .tag(3, WireType.Varint)
        .int32(80)
      nested(port, 4, (target) =>
        text(target.tag(1, WireType.Varint).int64(1).tag(2, WireType.Varint).int32(0), 3, 'http'),
      )
      return port.tag(5, WireType.Varint).int32(0)
    })
    nested(spec, 2, (entry) => text(text(entry, 1, 'app'), 2, 'web'))
    return text(spec, 4, 'ClusterIP')
  })
  return nested(writer, 3, (status) => nested(status, 1, (balancer) => balancer))
}

describe('protobuf bodies', () => {
  it('become the object that their JSON would be, without the zero values that Go writes', () => {
    expect(decodeProtobuf(envelope('v1', 'Service', service), typeOf)).to.deep.equal({
      kind: 'Service',
      apiVersion: 'v1',
      metadata: { name: 'web', labels: { app: 'web' } },
      spec: { ports: [{ protocol: 'TCP', port: 80, targetPort: 'http' }], selector: { app: 'web' }, type: 'ClusterIP' },
      status: { loadBalancer: {} },
    })
  })

  it('may be of shapes that are never stored, under any group', () => {
    const options = decodeProtobuf(
      envelope('apps/v1', 'DeleteOptions', (writer) => writer.tag(1, WireType.Varint).int64(5)),
      typeOf,
    )
    expect(options).to.deep.equal({ kind: 'DeleteOptions', apiVersion: 'apps/v1', gracePeriodSeconds: 5 })
  })

  it('that are none are refused with 400', () => {
    const codeOf = (bytes: Uint8Array) => {
      try {
        decodeProtobuf(bytes, typeOf)
      } catch (error) {
        return error instanceof StatusError ? error.code : String(error)
      }
      return 200
    }
    expect(codeOf(Buffer.from('{"kind":"Pod"}'))).to.equal(400)
    expect(codeOf(envelope('v1', 'Nothing', (writer) => writer))).to.equal(400)
    const whole = envelope('v1', 'Service', service)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        fc.boolean(),
        (at, byte, cut) => {
          const broken = cut ? whole.slice(0, at) : Uint8Array.from(whole)
          if (!cut) broken[at] = byte
          expect(codeOf(broken)).to.be.oneOf([200, 400])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
