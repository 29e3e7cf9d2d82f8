/** Arguments and environment -> configuration -> processes. The only reader of process.env. */
import { collectWhenIdle, lineLog, optimizeLater, systemClock, systemRandom } from './kit/index.js'
import { configure } from './main/configure.js'
import { commands, helpText } from './main/help.js'
import { type Configuration, logLevelOf } from './main/settings.js'
import { StartError, UsageError } from './main/usage-error.js'

/** A command answers its exit code. Loaded only when it is called. */
type Command = (configuration: Configuration) => Promise<number>

const startMs = systemClock.monotonicMs() - process.uptime() * 1000

function world(configuration: Configuration) {
  const level = logLevelOf(configuration)
  const log = lineLog({ level, write: (line) => process.stderr.write(line), now: () => systemClock.now() })
  return { clock: systemClock, random: systemRandom, log }
}

const table: Readonly<Record<string, Command>> = {
  up: async (configuration) => (await import('./main/up.js')).up(configuration, world(configuration), startMs),
  operators: async (configuration) =>
    (await import('./main/operators-command.js')).operatorsCommand(configuration, world(configuration)),
  node: async (configuration) =>
    (await import('./main/node-command.js')).nodeCommand(configuration, world(configuration)),
  image: async (configuration) => (await import('./main/image-command.js')).imageCommand(configuration),
  version: async () => (await import('./main/small-commands.js')).versionCommand(),
  kubeconfig: async (configuration) => (await import('./main/small-commands.js')).kubeconfigCommand(configuration),
  clean: async (configuration) => (await import('./main/small-commands.js')).cleanCommand(configuration),
  server: async (configuration) =>
    (await import('./main/serve.js')).serve(configuration, world(configuration), startMs),
}

async function run(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(helpText(rest[0]))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') return (await import('./main/small-commands.js')).versionCommand()
  const command = table[name]
  if (!command || !commands.some((each) => each.name === name)) throw new UsageError(`there is no command "${name}"`)
  const configuration = await configure(name, rest, process.env)
  if (configuration.flag('help')) {
    console.log(helpText(name))
    return 0
  }
  return command(configuration)
}

// A promise that nobody waits for must not take the API with it: it is told, and the rest goes on.
process.on('unhandledRejection', (reason) => {
  const error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
  process.stderr.write(`operon: a failure that nothing waited for: ${error}\n`)
})

optimizeLater(systemClock)
collectWhenIdle(systemClock)
run().then(
  // What was written to a pipe may still be under way.
  (code) => process.stdout.write('', () => process.exit(code)),
  (error: unknown) => {
    if (error instanceof UsageError)
      console.error(`operon: ${error.message}\nRun \`operon help\` to see what there is.`)
    else if (error instanceof StartError) console.error(`operon: ${error.message}`)
    else console.error(`operon: ${explain(error)}`)
    process.exit(error instanceof UsageError ? 2 : 1)
  },
)

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (process.env['OPERON_LOG_LEVEL'] === 'debug') return String(error.stack)
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
    return `the disk of the data directory is full (${error.message}): make room, and start again`
  return error.message
}
