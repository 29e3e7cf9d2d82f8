/** A list in YAML, made in slices while it is sent: some 150 microseconds an item. */
import { pauseNow } from '../kit/index.js'
import type { Answer, Listed } from '../registry/index.js'
import type { ByteSource } from './contract.js'
import { GeneratedSource } from './generated-source.js'
import { yamlWriter } from './yaml.js'

export interface YamlItems {
  /** The list but its items. */
  readonly head: object
  /** What its items are called. */
  readonly member: string
  readonly shownOf: (item: Answer) => unknown
}

/** The text that the whole list would be written as. */
export const yamlList = (listed: Listed, items: YamlItems): ByteSource => new GeneratedSource(piecesOf(listed, items))

/** Bytes that go on their way together. */
const pieceBytes = 64 * 1024

async function* piecesOf(listed: Listed, { head, member, shownOf }: YamlItems): AsyncGenerator<Buffer> {
  const write = await yamlWriter()
  const title = `${member}:\n`
  let text = write(head)
  let isEmpty = true
  for (let piece: Listed | undefined = listed; piece; piece = await piece.rest?.()) {
    for (const item of piece.items) {
      const pause = pauseNow()
      if (pause) await pause
      text += isEmpty ? title : ''
      isEmpty = false
      text += write({ [member]: [shownOf(item)] }).slice(title.length)
      if (text.length < pieceBytes) continue
      yield Buffer.from(text)
      text = ''
    }
  }
  yield Buffer.from(isEmpty ? `${text}${member}: []\n` : text)
}
