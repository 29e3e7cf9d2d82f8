import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { configure } from './configure.js'
import { commands, helpText } from './help.js'
import { environmentName, settings } from './settings.js'

describe('the settings of a command', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-settings-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  const file = (text: string) => {
    const path = join(folder, 'operon.yaml')
    writeFileSync(path, text)
    return path
  }
  const refusal = async (...args: string[]) =>
    configure('up', args, {}).then(
      () => 'nothing',
      (error: Error) => error.message,
    )

  it('come from flags, else the environment, else the file, else the defaults', async () => {
    const path = file('port: 1\ndata-dir: /file\nlog-level: info\n')
    const chosen = await configure('up', ['--port', '3', '--config', path], {
      OPERON_PORT: '2',
      OPERON_DATA_DIR: '/environment',
    })
    expect([
      chosen.number('port'),
      chosen.text('data-dir'),
      chosen.text('log-level'),
      chosen.text('runtime'),
    ]).to.deep.equal([3, '/environment', 'info', 'process'])
  })

  it('are flags of both forms', async () => {
    expect((await configure('up', ['--keep-pods', '--port=0'], {})).flag('keep-pods')).to.equal(true)
    expect((await configure('up', [], { OPERON_KEEP_PODS: 'true' })).flag('keep-pods')).to.equal(true)
    expect((await configure('up', [], { OPERON_KEEP_PODS: 'false' })).flag('keep-pods')).to.equal(false)
  })

  it('are refused with what to change', async () => {
    expect(await refusal('--port', 'x')).to.equal('--port takes a whole number from 0 to 65535, not "x"')
    expect(await refusal('--port', '70000')).to.contain('65535')
    expect(await refusal('--runtime', 'docker')).to.equal('--runtime is one of process, fake, not "docker"')
    expect(await refusal('--nonsense')).to.contain("Unknown option '--nonsense'")
    expect(await refusal('--config', '/nowhere.yaml')).to.equal('the config file /nowhere.yaml does not exist')
    expect(await refusal('--config', file('prot: 1'))).to.contain('unknown setting "prot"')
    expect(await refusal('--config', file('a: [1'))).to.contain("can't be read")
  })

  it('leave no word unheard', async () => {
    expect(await refusal('now', 'please')).to.equal('`operon up` takes flags only, not "now please"')
    expect((await configure('operators', ['list'], {})).words).to.deep.equal(['list'])
  })

  it('stand in the help of each command that takes them, with their variable', () => {
    for (const setting of settings) {
      for (const command of setting.commands) {
        expect(helpText(command)).to.contain(`--${setting.name}`)
        if (setting.name !== 'help') expect(helpText(command)).to.contain(environmentName(setting.name))
      }
    }
    for (const { name } of commands) expect(helpText()).to.contain(`operon ${name}`)
  })
})
