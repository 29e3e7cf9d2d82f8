/** From arguments, environment and config file to a configuration. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.js'
import { type Configuration, environmentName, type Setting, settings } from './settings.js'

/** Commands with words of their own behind them; these check them. */
const takesWords: ReadonlySet<string> = new Set(['operators', 'image'])

type Value = string | number | boolean

/** Throws UsageError for what a person must mend. `args` are those behind the command. */
export async function configure(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const known: readonly Setting[] = settings.filter((setting) =>
    (setting.commands as readonly string[]).includes(command),
  )
  const { values, positionals } = parse(known, args)
  if (positionals.length && !takesWords.has(command))
    throw new UsageError(`\`operon ${command}\` takes flags only, not "${positionals.join(' ')}"`)
  const fromFile = await readFile(values, environment)
  const chosen = new Map<string, Value>()
  for (const setting of known) {
    const { name, fallback } = setting
    const said = [values[name], environment[environmentName(name)], fromFile[name], fallback]
    const raw = said.find((each) => each !== undefined && each !== null && each !== '')
    if (raw !== undefined) chosen.set(setting.name, typed(setting, raw))
  }
  return {
    text: (name) => chosen.get(name) as string | undefined,
    number: (name) => chosen.get(name) as number,
    flag: (name) => chosen.get(name) === true,
    words: positionals,
  }
}

function parse(
  known: readonly Setting[],
  args: readonly string[],
): { readonly values: Record<string, Value | undefined>; readonly positionals: readonly string[] } {
  const options = Object.fromEntries(
    known.map(({ name, type }) => [
      name,
      {
        type: type === 'flag' ? ('boolean' as const) : ('string' as const),
        ...(name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { values: values as Record<string, Value | undefined>, positionals }
  } catch (error) {
    throw new UsageError((error as Error).message.split('. To specify')[0] as string)
  }
}

async function readFile(
  values: Record<string, Value | undefined>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, Value>> {
  const named = values['config'] ?? environment[environmentName('config')]
  const path = String(named ?? 'operon.yaml')
  if (!existsSync(path)) {
    if (named !== undefined) throw new UsageError(`the config file ${path} does not exist`)
    return {}
  }
  let content: unknown
  try {
    const { load } = await import('js-yaml')
    content = load(readFileSync(path, 'utf8')) ?? {}
  } catch (error) {
    throw new UsageError(`the config file ${path} can't be read: ${(error as Error).message}`)
  }
  if (typeof content !== 'object' || Array.isArray(content))
    throw new UsageError(`the config file ${path} must hold settings by name`)
  const names = new Set<string>(settings.map((setting) => setting.name))
  const stray = Object.keys(content as object).find((name) => !names.has(name))
  if (stray) throw new UsageError(`the config file ${path} has an unknown setting "${stray}"`)
  return content as Record<string, Value>
}

function typed(setting: Setting, raw: Value): Value {
  if (typeof raw === 'object') throw new UsageError(`--${setting.name} takes one value, not ${JSON.stringify(raw)}`)
  if (setting.type === 'flag') {
    if (raw === true || raw === 'true' || raw === '1') return true
    if (raw === false || raw === 'false' || raw === '0') return false
    throw new UsageError(`--${setting.name} is true or false, not "${raw}"`)
  }
  if (setting.type === 'text') return checkedChoice(setting, String(raw))
  const number = /^\d+$/.test(String(raw)) ? Number(raw) : Number.NaN
  const most = setting.name === 'port' ? 65535 : 1_000_000
  if (!Number.isInteger(number) || number < 0 || number > most)
    throw new UsageError(`--${setting.name} takes a whole number from 0 to ${most}, not "${raw}"`)
  return number
}

function checkedChoice(setting: Setting, value: string): string {
  const choices = setting.value?.includes('|') ? setting.value.split('|') : undefined
  if (choices && !choices.includes(value))
    throw new UsageError(`--${setting.name} is one of ${choices.join(', ')}, not "${value}"`)
  return value
}
