/** Long heads of requests: each of their lines comes to node's parser whole. */
import type { TLSSocket } from 'node:tls'
import { nextTurn } from '../kit/index.js'

/** Node's parser, as far as it is looked at here. */
interface Parser {
  /** The request whose head is complete, until its body has been read and its answer sent. */
  readonly incoming: unknown
  readonly constructor: { readonly kOnExecute?: number }
  [place: number]: ((parsed: number | Error) => void) | undefined
}

type Socket = TLSSocket & { readonly parser?: Parser | null; readonly _paused?: boolean }

/** From so many bytes on a head is long: none of an everyday client is. */
const longBytes = 32 * 1024
/** Nobody's line is held beyond this: the parser refuses it. */
const mostHeldBytes = 1024 * 1024
/** Bytes of a head that are taken in in one turn of the event loop. */
const mostATurn = 64 * 1024

/**
 * Node's parser copies what it has of a line again for each piece that TLS delivers (16 kB at most, from Go's clients a kilobyte at first): of a line of a megabyte the square of that.
 * So a connection whose head becomes long is read here, and the parser is given whole lines, some in each turn of the event loop. Cost for the others: a look at each piece.
 */
export function takeLongHeads(socket: Socket): void {
  const { parser } = socket
  const place = parser?.constructor.kOnExecute
  const goOn = place === undefined ? undefined : parser?.[place]
  if (!parser || place === undefined || !goOn) return
  let bytes = 0
  parser[place] = (parsed) => {
    goOn(parsed)
    if (parser.incoming !== null || typeof parsed !== 'number') bytes = 0
    else if ((bytes += parsed) > longBytes && socket.parser === parser) new WholeLines(socket, parser)
  }
}

class WholeLines {
  readonly #socket: Socket
  readonly #parser: Parser
  /** Node's own: gives what comes to the parser. */
  readonly #take: (piece: Buffer) => void
  /** The beginning of a line. */
  #held: Buffer[] = []
  #heldBytes = 0
  #bytesNow = 0

  constructor(socket: Socket, parser: Parser) {
    this.#socket = socket
    this.#parser = parser
    this.#take = socket.listeners('data')[0] as (piece: Buffer) => void
    socket.off('data', this.#take)
    // Whoever listens is given what comes, and the parser is not.
    socket.on('data', this.#receive)
  }

  readonly #receive = (piece: Buffer): void => {
    if (this.#parser.incoming !== null) return void this.#take(piece)
    this.#pauseNowAndThen(piece.length)
    if (this.#endsHead(piece)) return void this.#give(piece)
    const end = piece.lastIndexOf(lineEnd) + 1
    if (end > 0) this.#give(piece.subarray(0, end))
    this.#hold(piece.subarray(end))
    if (this.#heldBytes > mostHeldBytes) this.#give(nothing)
  }

  /** Whether an empty line is in it. */
  #endsHead(piece: Buffer): boolean {
    const [first, second] = this.#heldBytes === 1 ? [this.#held[0]![0], piece[0]] : piece
    const mayBegin = this.#heldBytes < 2 && (first === lineEnd || (first === carriage && second === lineEnd))
    return mayBegin || piece.includes('\n\r\n', 0, 'latin1') || piece.includes('\n\n', 0, 'latin1')
  }

  #hold(piece: Buffer): void {
    if (piece.length > 0) this.#held.push(piece)
    this.#heldBytes += piece.length
  }

  #give(end: Buffer): void {
    const pieces = this.#held
    this.#held = []
    this.#heldBytes = 0
    this.#take(pieces.length > 0 ? Buffer.concat([...pieces, end]) : end)
    if (!this.#isRead) this.#socket.off('data', this.#receive)
  }

  /** Not any more when it has been upgraded. */
  get #isRead(): boolean {
    return this.#socket.parser === this.#parser
  }

  #pauseNowAndThen(bytes: number): void {
    this.#bytesNow += bytes
    if (this.#bytesNow < mostATurn) return
    this.#bytesNow = 0
    this.#socket.pause()
    // Node's own pause, while answers wait for their reader, lasts.
    void nextTurn().then(() => this.#isRead && !this.#socket._paused && this.#socket.resume())
  }
}

const lineEnd = 10
const carriage = 13
const nothing = Buffer.alloc(0)
