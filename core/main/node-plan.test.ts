import { expect } from 'chai'
import { configure } from './configure.js'
import { asNodeName, nodeName } from './node-plan.js'
import { UsageError } from './usage-error.js'

describe("a node's name", () => {
  it("is this machine's, made fit", () => {
    expect(asNodeName('My_Host.Example.COM')).to.equal('my-host.example.com')
    expect(asNodeName('-a-.-b')).to.equal('a.b')
    expect(asNodeName('_')).to.equal('node')
    expect(asNodeName('x'.repeat(80))).to.have.length(63)
  })

  it('is refused where it was typed and is none', async () => {
    expect(nodeName(await configure('up', ['--node-name', 'worker-1'], {}))).to.equal('worker-1')
    const wrong = await configure('up', ['--node-name', 'Worker_1'], {})
    expect(() => nodeName(wrong)).to.throw(UsageError, '--node-name')
  })
})
