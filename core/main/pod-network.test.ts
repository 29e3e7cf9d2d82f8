import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { podNetwork } from './pod-network.js'
import { StartError, UsageError } from './usage-error.js'

describe("the pods' network of a data directory", () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-network-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is chosen once and kept', () => {
    const first = podNetwork(folder, undefined)
    expect(first.cidr).to.match(/^10\.88\.\d+\.0\/24$/)
    expect(first.gateway).to.equal(first.cidr.replace('0/24', '1'))
    expect(podNetwork(folder, undefined)).to.deep.equal(first)
  })

  it("is chosen anew once another data directory has its bridge, and stays when it is this one's", () => {
    const links = join(folder, 'links')
    const linkOf = (bridge: string, owner: string) => {
      mkdirSync(join(links, bridge), { recursive: true })
      writeFileSync(join(links, bridge, 'ifalias'), `operon:0123456789ab ${owner}\n`)
    }
    mkdirSync(links)
    const first = podNetwork(folder, undefined, links)
    linkOf(first.bridge, realpathSync(folder))
    expect(podNetwork(folder, undefined, links)).to.deep.equal(first)
    linkOf(first.bridge, '/somewhere/else')
    const second = podNetwork(folder, undefined, links)
    expect([second.bridge, second.cidr]).to.not.include.members([first.bridge, first.cidr])
    const asked = podNetwork(folder, '10.99.4.0/22', links)
    linkOf(asked.bridge, '/somewhere/else')
    const moved = podNetwork(folder, undefined, links)
    expect(moved.cidr).to.equal(asked.cidr)
    expect(moved.bridge).to.not.equal(asked.bridge)
  })

  it('is what was asked for, until something else is', () => {
    expect(podNetwork(folder, '10.99.4.0/22')).to.include({ cidr: '10.99.4.0/22', gateway: '10.99.4.1' })
    expect(podNetwork(folder, undefined).cidr).to.equal('10.99.4.0/22')
    expect(podNetwork(folder, '10.99.5.9/22')).to.include({ cidr: '10.99.4.0/22', gateway: '10.99.4.1' })
    expect(podNetwork(folder, undefined).cidr).to.equal('10.99.4.0/22')
    expect(podNetwork(folder, '192.168.77.0/24').gateway).to.equal('192.168.77.1')
  })

  it('names its file when that is damaged', () => {
    const path = join(folder, 'pod-network.json')
    writeFileSync(path, '{')
    expect(() => podNetwork(folder, undefined)).to.throw(StartError, `${path} is damaged`)
  })

  it('refuses what is no range', () => {
    for (const text of ['10.88.0.0', '10.88.0.0/33', '300.1.1.0/24', 'fd00::/64'])
      expect(() => podNetwork(folder, text)).to.throw(UsageError, 'IPv4 range')
  })
})
