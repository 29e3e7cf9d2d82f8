import { expect } from 'chai'
import type { ServerPlugins } from '../server.js'
import { configure } from './configure.js'
import { withoutDisabled } from './without-disabled.js'

/** One that is of two halves is left out whole, and named once. */
const admission = ['limit-range', 'service-account', 'service-account'].map((name) => ({ name }))
const plugins = { admission } as unknown as ServerPlugins

describe('admission plugins that are left out', () => {
  const left = async (...args: string[]) => {
    const { admission } = withoutDisabled(await configure('server', args, {}), plugins)
    return admission.map(({ name }) => name)
  }

  it('are those named', async () => {
    expect(await left()).to.have.length(3)
    expect(await left('--disable-admission-plugins=service-account')).to.deep.equal(['limit-range'])
    expect(await left('--disable-admission-plugins=service-account,limit-range')).to.deep.equal([])
  })

  it('have names that are known', async () => {
    const refusal = await left('--disable-admission-plugins=ServiceAccount').catch((error: Error) => error.message)
    expect(refusal).to.equal(
      '--disable-admission-plugins takes names of limit-range, service-account, not "ServiceAccount"',
    )
  })
})
