import { expect } from 'chai'
import type { PodSpec } from '../shapes/index.js'
import { forbiddenSysctl, sysctlName } from './sysctls.js'

const asks = (name: string, spec: Partial<PodSpec> = {}) =>
  forbiddenSysctl(
    { metadata: {}, spec: { containers: [], securityContext: { sysctls: [{ name, value: '1' }] }, ...spec } },
    [],
  )?.message

describe("a pod's kernel settings", () => {
  it('are those that are its own and safe, however their words are parted', () => {
    expect(asks('kernel.shm_rmid_forced')).to.equal(undefined)
    expect(asks('net/ipv4/tcp_syncookies')).to.equal(undefined)
    expect(sysctlName('net/ipv4/tcp_syncookies')).to.equal('net.ipv4.tcp_syncookies')
  })

  it('are refused by name when they are not, or not its own', () => {
    expect(asks('kernel.msgmax')).to.equal('forbidden sysctl: "kernel.msgmax" not allowlisted')
    expect(asks('net.ipv4.tcp_syncookies', { hostNetwork: true })).to.contain("not allowed with the host's network")
    expect(asks('kernel.shm_rmid_forced', { hostIPC: true })).to.contain("not allowed with the host's IPC")
  })
})
