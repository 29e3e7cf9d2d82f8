import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { configure } from './configure.js'
import { installedPackages } from './installed-packages.js'

describe('the packages of --packages', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-package-'))
    writeFileSync(join(folder, 'conversions.js'), '')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const manifest = (text: string) => writeFileSync(join(folder, 'package.json'), text)
  const packages = async (said = folder) => installedPackages(await configure('server', [`--packages=${said}`], {}))
  const refusal = (said?: string) =>
    packages(said).then(
      () => 'nothing',
      (error: Error) => error.message,
    )

  it('are named by their package.json', async () => {
    manifest('{"name": "@example/tabs", "operon": {"conversions": "./conversions.js"}}')
    const [found] = await packages(`${folder}, `)
    expect([found?.name, found?.module.pathname]).to.deep.equal(['@example/tabs', join(folder, 'conversions.js')])
    expect(installedPackages(await configure('server', [], {}))).to.deep.equal([])
  })

  it('are refused with what is wrong', async () => {
    expect(await refusal()).to.include(`${folder}/package.json can't be read`)
    manifest('[')
    expect(await refusal()).to.include("can't be read")
    manifest('7')
    expect(await refusal()).to.include('holds no object')
    manifest('{}')
    expect(await refusal()).to.include('has no name')
    manifest('{"name": "tabs"}')
    expect(await refusal()).to.include('has no "operon": {"conversions": "./FILE.js"}')
    manifest('{"name": "tabs", "operon": {"conversions": "./none.js"}}')
    expect(await refusal()).to.include(`names ${folder}/none.js, which is not there`)
    manifest('{"name": "tabs", "operon": {"conversions": "./conversions.js"}}')
    expect(await refusal(`${folder},${folder}`)).to.include('two folders of a package "tabs"')
  })
})
