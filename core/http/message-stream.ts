/** A stream that comes in messages: what a WebSocket can carry. Apart from what sends it, whose library is loaded when somebody first asks. */
import { type ByteStream, type FunnelResponse, isStream } from '../funnel/index.js'

export type MessageStream = ByteStream & { readonly messages: NonNullable<ByteStream['messages']> }

export const comesInMessages = (body: FunnelResponse['body']): body is MessageStream =>
  isStream(body) && body.messages !== undefined

/** What is sent on is ended by `end`, with a close frame. */
export interface Ending {
  end(): void
}
