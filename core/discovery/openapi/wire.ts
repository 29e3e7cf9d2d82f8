/** What both OpenAPI documents are written with in protobuf: gnostic's messages are alike in their small parts. */
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import { writeJson } from '../../kit/index.js'

export type Node = Readonly<Record<string, unknown>>
export type Write = (writer: BinaryWriter) => void

export function part(write: Write): Uint8Array {
  const writer = new BinaryWriter()
  write(writer)
  return writer.finish()
}

/** What begins a message whose members are written already. */
export function headOf(number: number, parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.byteLength, 0)
  return new BinaryWriter().tag(number, WireType.LengthDelimited).uint32(length).finish()
}

/** Members that begin with `x-`. */
export function extensions(writer: BinaryWriter, number: number, node: Node): void {
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('x-')) named(writer, number, key, anyValue(value))
  }
}

/** The message has a member for YAML, and JSON is YAML. */
export const anyValue =
  (value: unknown): Write =>
  (writer) =>
    text(writer, 2, writeJson(value))

export const entries = (value: unknown) => Object.entries((value ?? {}) as Readonly<Record<string, Node>>)

export function named(writer: BinaryWriter, number: number, name: string, write: Write): void {
  message(writer, number, (pair) => {
    text(pair, 1, name)
    message(pair, 2, write)
  })
}

export function message(writer: BinaryWriter, number: number, write: Write): void {
  writer.tag(number, WireType.LengthDelimited).fork()
  write(writer)
  writer.join()
}

export function text(writer: BinaryWriter, number: number, value: unknown): void {
  if (typeof value === 'string' && value) writer.tag(number, WireType.LengthDelimited).string(value)
}

export function texts(writer: BinaryWriter, number: number, values: unknown): void {
  for (const value of (values ?? []) as string[]) text(writer, number, value)
}
