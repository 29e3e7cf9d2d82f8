import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'
import { VirtualClock } from '../kit/index.js'
import { chosenSettings } from '../main/settings.js'
import { configure } from '../main/configure.js'
import { zPages } from './z-pages.js'

const head = { warnings: [] } as never
const version = { gitVersion: 'v1.36.0+own', major: '1', minor: '36', goVersion: 'node v20' }

async function pageOf(path: string, clock = new VirtualClock(), flags: Readonly<Record<string, string>> = {}) {
  const found = zPages({ flags, version, clock }).find((page) => page.path === path)!
  return async (accept?: string) => {
    const headers = accept === undefined ? {} : { accept }
    const { headers: said, body } = await found.answer({ method: 'GET', url: path, headers } as never, head)
    return { type: said['content-type'], warning: said['warning'], text: Buffer.from(body as Uint8Array).toString() }
  }
}
const named = (type: string, kind: string, v = 'v1beta1') => `${type};v=${v};g=config.k8s.io;as=${kind}`

describe('/flagz and /statusz', () => {
  it('are text for people unless an object is asked for by its name', async () => {
    const ask = await pageOf('/flagz', new VirtualClock(), { port: '6443', 'data-dir': './x' })
    for (const accept of [
      undefined,
      '',
      '*/*',
      'text/plain',
      'text/*',
      `${named('application/json', 'Flagz', 'v7')},*/*`,
    ]) {
      const { type, text } = await ask(accept)
      expect(type).to.equal('text/plain; charset=utf-8')
      expect(text).to.match(/^\napiserver flagz\n.*\n\ndata-dir:\.\/x\nport:6443\n$/)
    }
    const json = named('application/json', 'Flagz')
    const { type, text, warning } = await ask(`text/plain;q=0.5,${json}`)
    expect(type).to.equal('application/json;g=config.k8s.io;v=v1beta1;as=Flagz')
    expect([JSON.parse(text), warning]).to.deep.equal([
      {
        kind: 'Flagz',
        apiVersion: 'config.k8s.io/v1beta1',
        metadata: { name: 'apiserver' },
        flags: { 'data-dir': './x', port: '6443' },
      },
      undefined,
    ])
  })

  it('tell since when the server runs, and what it is', async () => {
    const clock = new VirtualClock(Date.parse('2026-01-01T00:00:00Z'))
    const ask = await pageOf('/statusz', clock)
    await clock.advance(3_723_000)
    expect((await ask()).text).to.include('Up:  1 hr 02 min 03 sec\n')
    const { startTime, uptimeSeconds, binaryVersion, emulationVersion } = JSON.parse(
      (await ask(named('application/json', 'Statusz'))).text,
    )
    expect({ startTime, uptimeSeconds, binaryVersion, emulationVersion }).to.deep.equal({
      startTime: '2026-01-01T00:00:00Z',
      uptimeSeconds: 3723,
      binaryVersion: '1.36.0+own',
      emulationVersion: '1.36',
    })
  })

  it('are given in YAML, and in the older version with a warning', async () => {
    const ask = await pageOf('/statusz')
    const old = await ask(named('application/yaml', 'Statusz', 'v1alpha1'))
    expect(old.type).to.equal('application/yaml;g=config.k8s.io;v=v1alpha1;as=Statusz')
    expect(old.text).to.include('apiVersion: config.k8s.io/v1alpha1\n')
    expect(String(old.warning)).to.include('config.k8s.io/v1alpha1 of statusz is deprecated')
  })

  it('are found, listed and guarded through the front door', async () => {
    const server = await TestServer.start()
    try {
      for (const path of ['/flagz', '/statusz']) {
        expect((await server.ask(path, { headers: { accept: '*/*' } })).status).to.equal(200)
        expect((await server.ask('/')).json.paths).to.include(path)
        expect((await server.user('somebody').ask(path)).status).to.equal(403)
        for (const accept of ['application/json', 'application/xml', 'application/json;v=v1beta1;g=config.k8s.io'])
          expect((await server.ask(path, { headers: { accept } })).status).to.equal(406)
      }
    } finally {
      await server.stop()
    }
  })

  it('tell the settings that were chosen, and those that nobody chose where they have a value', async () => {
    const flags = chosenSettings(await configure('server', ['--port=7'], { OPERON_STORAGE: 'memory' }))
    expect(flags).to.deep.include({ port: '7', storage: 'memory', 'log-level': 'warn' })
    expect(flags).not.to.have.property('packages')
  })
})
