/** A funnel of a test's own behind the https server, for tests of what goes over connections. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import type { Funnel } from '../../core/funnel/index.js'
import { Authority, listenHttps } from '../../core/http/index.js'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'

export interface FunnelServer {
  /** A new connection, its handshake done. */
  connected(): Promise<TLSSocket>
  close(): Promise<void>
}

export async function serveFunnel(funnel: Funnel): Promise<FunnelServer> {
  const folder = mkdtempSync(join(tmpdir(), 'operon-https-'))
  const authority = new Authority(join(folder, 'pki'), { clock: systemClock, random: systemRandom })
  const host = '127.0.0.1'
  const server = await listenHttps({
    funnel,
    host,
    port: 0,
    serving: authority.ensure('apiserver', { commonName: 'server', usage: 'server', names: [host] }),
    clientAuthority: authority.certificate,
    clock: systemClock,
    log: silentLog,
  })
  return {
    async connected() {
      const socket = connect({ host, port: server.port, ca: authority.certificate })
      await once(socket, 'secureConnect')
      return socket
    },
    async close() {
      await server.close(0)
      rmSync(folder, { recursive: true })
    },
  }
}
