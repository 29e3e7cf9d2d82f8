/** kubectl of several releases through the sessions beside this file, their output compared to what upstream's cluster makes it print. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Cluster } from '../kit/cluster.js'
import { describeWith, missing } from '../kit/needs.js'
import { compare, type Step, steps } from './sessions.js'

const here = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'test', 'kubectl')

/** The machine's own kubectl, those of other releases that stand beside it, and those that OPERON_TEST_KUBECTL names, with colons between. */
function releases(): string[] {
  if (missing(['kubectl']).length) return ['kubectl']
  const own = execFileSync('sh', ['-c', 'command -v kubectl'], { encoding: 'utf8' }).trim()
  const beside = ['1.27', '1.29', '1.33'].map((version) => join(dirname(realpathSync(own)), `kubectl.${version}`))
  const named = (process.env['OPERON_TEST_KUBECTL'] ?? '').split(':').filter((path) => path !== '')
  return [own, ...beside.filter((path) => existsSync(path)), ...named]
}

/** Runs the command in a shell where kubectl is that program on that cluster; answers what it printed and the code. */
function run(step: Step, place: { readonly folder: string; readonly path: string }): Promise<string> {
  const env = {
    PATH: `${place.path}:${process.env['PATH']}`,
    HOME: place.path,
    KUBECONFIG: join(place.folder, 'kubeconfig'),
  }
  const child = spawn('bash', ['-c', `exec 2>&1; ${step.command}`], {
    cwd: here,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.on('data', (piece) => (printed += piece))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ? `${printed.trimEnd()}\n[${code}]`.trimStart() : printed))
  })
}

for (const program of releases()) {
  describeWith(['kubectl'], `the sessions with ${program.split('/').at(-1)}`, () => {
    let cluster: Cluster
    let path: string
    before(async () => {
      cluster = await Cluster.start(['--no-node', '--fake-nodes', '2'])
      path = join(cluster.folder, 'bin')
      mkdirSync(path)
      symlinkSync(program, join(path, 'kubectl'))
    })
    after(() => cluster.remove())

    for (const name of readdirSync(here).filter((file) => file.endsWith('.session'))) {
      const all = steps(readFileSync(join(here, name), 'utf8'))
      it(`${name.replace('.session', '')}: ${all.length} commands`, async function () {
        this.timeout(120_000)
        for (const step of all) compare(step, await run(step, { folder: cluster.folder, path }))
      })
    }
  })
}
