/** The help texts of `operon`. */
import { environmentName, type Setting, settings } from './settings.js'

export interface CommandHelp {
  readonly name: string
  readonly usage: string
  readonly summary: string
}

export const commands: readonly CommandHelp[] = [
  { name: 'up', usage: 'operon up', summary: 'a whole cluster on this machine: API, operators and a node' },
  { name: 'server', usage: 'operon server', summary: 'the API alone' },
  { name: 'operators', usage: 'operon operators [list]', summary: 'run operators against an API, or list them' },
  { name: 'node', usage: 'operon node', summary: 'run pods of an API on this machine' },
  {
    name: 'image',
    usage: 'operon image load FILE | list | pull REFERENCE',
    summary: 'the images that pods of this machine can use',
  },
  { name: 'kubeconfig', usage: 'operon kubeconfig', summary: "print the admin kubeconfig's path" },
  { name: 'clean', usage: 'operon clean', summary: 'name and remove what pods have left on this machine' },
  { name: 'version', usage: 'operon version', summary: 'the versions of Operon, of the Kubernetes API and of Node' },
]

/** The help of one command, or the overview. */
export function helpText(name?: string): string {
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) return overview()
  const own = settings.filter((setting) => (setting.commands as readonly string[]).includes(command.name))
  const rows = own.map((setting: Setting) => [
    flagText(setting),
    setting.help + fallbackText(setting),
    setting.name === 'help' ? '' : environmentName(setting.name),
  ])
  return [
    `${command.usage}: ${command.summary}`,
    '',
    ...table(rows),
    '',
    'Each flag can also stand in the environment, or by its name in operon.yaml.',
  ].join('\n')
}

function overview(): string {
  const rows = commands.map(({ usage, summary }) => [usage, summary])
  return [
    "Kubernetes' API with nothing built in but the API.",
    '',
    ...table(rows),
    '',
    '`operon COMMAND --help` tells the flags of a command.',
  ].join('\n')
}

function flagText(setting: Setting): string {
  return `--${setting.name}${setting.value ? ` ${setting.value}` : ''}`
}

function fallbackText(setting: Setting): string {
  return setting.type === 'flag' || setting.fallback === undefined || setting.fallback === 0
    ? ''
    : ` (default ${setting.fallback})`
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    `  ${row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + 2))).join('')}`.trimEnd(),
  )
}
