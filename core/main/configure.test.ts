import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { configure } from './configure.js'
import { commands, helpText } from './help.js'
import { environmentName, type Setting, type SettingName, settings } from './settings.js'

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

  it('can each be said in each of the three places', async () => {
    for (const setting of settings as readonly Setting[]) {
      const [command = 'up'] = setting.commands
      if (setting.name === 'config' || setting.name === 'help') continue
      const said =
        setting.type === 'number' ? '7' : setting.type === 'flag' ? 'true' : (setting.value?.split('|').at(-1) ?? '')
      const flag = setting.type === 'flag' ? `--${setting.name}` : `--${setting.name}=${said}`
      const read = async (args: string[], environment: Record<string, string>) => {
        const chosen = await configure(command, args, environment)
        const name = setting.name as SettingName
        return String(setting.type === 'flag' ? chosen.flag(name) : chosen.text(name))
      }
      const path = file(`${setting.name}: ${said}\n`)
      expect(await read([flag], {}), `flag ${setting.name}`).to.equal(said)
      expect(await read([], { [environmentName(setting.name)]: said }), `variable of ${setting.name}`).to.equal(said)
      expect(await read(['--config', path], {}), `file with ${setting.name}`).to.equal(said)
      const empty = { [environmentName(setting.name)]: '', OPERON_CONFIG: path }
      expect(await read([], empty), `empty variable of ${setting.name}`).to.equal(said)
    }
  })

  it('are flags of both forms', async () => {
    expect((await configure('up', ['--keep-pods', '--port=0'], {})).flag('keep-pods')).to.equal(true)
    expect((await configure('up', [], { OPERON_KEEP_PODS: 'true' })).flag('keep-pods')).to.equal(true)
    expect((await configure('up', [], { OPERON_KEEP_PODS: 'false' })).flag('keep-pods')).to.equal(false)
  })

  it('are refused with what to change', async () => {
    expect(await refusal('--port', 'x')).to.equal('--port takes a whole number from 0 to 65535, not "x"')
    expect(await refusal('--port', '70000')).to.contain('65535')
    for (const port of ['0x10', '1e3', ' ', '-1', '1.0'])
      expect(await refusal(`--port=${port}`), port).to.contain('takes a whole number')
    expect(await refusal('--config', file('port: [1]'))).to.equal('--port takes one value, not [1]')
    expect(await refusal('--config', file('data-dir: {a: b}'))).to.equal('--data-dir takes one value, not {"a":"b"}')
    expect(await refusal('--config', file('port: true'))).to.contain('takes a whole number')
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
