/** Commands of a shell given to both servers, whose kubeconfigs have the same names, and what differs of what they print: both streams and the exit code. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { dump, load } from 'js-yaml'

const kubectl = process.env['KUBECTL'] ?? 'kubectl'

/** Ages, hashes, addresses, ids and times are made alike. */
const alike = (text) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}/g, 'TIME')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \+0000 UTC */g, 'TIME')
    .replace(/^([EIW])\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ /gm, '$1 TIME ')
    .replace(/kube-api-access-\w{5}/g, 'kube-api-access-HASH')
    .replace(/X509SHA256=[0-9a-f]{64}/g, 'X509SHA256=HASH')
    .replace(/Resource Version: +\d+/g, 'REVISION')
    .replace(/"?resourceVersion"?: "?\d+"?/g, 'REVISION')
    .replace(/resourceVersion: "?\d+"?|"resourceVersion":"\d+"/g, 'REVISION')
    .replace(/127\.0\.0\.1:\d+|192\.0\.2\.\d+(:\d+)?|10\.9\d\.\d+\.\d+/g, 'ADDRESS')
    .replace(/\b[bcdf-hj-np-tv-z2-9]{8,10}(-[bcdf-hj-np-tv-z2-9]{5})?\b/g, (word) => (/\d/.test(word) ? 'HASH' : word))
    .replace(/\b(\d+[smhd])+\b|<invalid>/g, 'AGE')
    .replace(/ {2,}/g, '  ')
    .replace(/-{4,}/g, '----')
    .trimEnd()

/** A kubeconfig whose cluster, user and context have the same names on both sides; certificates stand in it. */
function named(kubeconfig) {
  const { clusters, users } = load(readFileSync(kubeconfig, 'utf8'))
  const inside = (holder) =>
    Object.fromEntries(
      Object.entries(holder).map(([key, value]) =>
        /^(certificate-authority|client-certificate|client-key)$/.test(key)
          ? [`${key}-data`, readFileSync(resolve(dirname(kubeconfig), value)).toString('base64')]
          : [key, value],
      ),
    )
  return dump({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'it', cluster: inside(clusters[0].cluster) }],
    users: [{ name: 'me', user: inside(users[0].user) }],
    contexts: [{ name: 'there', context: { cluster: 'it', user: 'me' } }],
    'current-context': 'there',
  })
}

/** A function that gives a command to both servers; it runs in `cwd`, and in $SIDE may keep files. KUBECTL names the program that runs for `kubectl`. */
export function shells(twins, cwd) {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'))
  const sides = [twins.upstream, twins.operon].map((side) => {
    const config = join(folder, `${side.name}.yaml`)
    const own = join(folder, side.name)
    mkdirSync(own)
    writeFileSync(config, named(side.kubeconfig))
    return { ...process.env, KUBECONFIG: config, KUBECACHEDIR: join(own, 'cache'), HOME: own, SIDE: own }
  })
  const run = (command, env) =>
    new Promise((answered) => {
      const told = command.replaceAll(/(^|[|;&(`] *)kubectl /g, `$1${kubectl} `)
      const options = { env, cwd, timeout: 60_000, maxBuffer: 1e8 }
      const child = execFile('bash', ['-c', told], options, (error, out, err) =>
        answered(
          alike(`${out}${err}${error ? `\n[${error.code ?? error.signal}]` : ''}`.replaceAll(env.SIDE, '$SIDE')).split(
            '\n',
          ),
        ),
      )
      child.stdin.end()
    })
  const known = (line) => twins.known.some(([pattern]) => pattern.test(line))
  return async (command) => {
    const [theirs, ours] = await Promise.all(sides.map((env) => run(command, env)))
    const gone = theirs.filter((line) => !ours.includes(line) && !known(line))
    const come = ours.filter((line) => !theirs.includes(line) && !known(line))
    twins.asked++
    const moved =
      gone.length + come.length === 0 &&
      theirs.filter((line) => !known(line)).join('\n') !== ours.filter((line) => !known(line)).join('\n')
    if (gone.length + come.length === 0 && !moved) return
    twins.differed++
    console.log(`$ ${command}${moved ? '   (other order)' : ''}`)
    const most = Number(process.env['LINES_SHOWN']) || 12
    for (const line of gone.slice(0, most)) console.log(`    < ${line}`)
    for (const line of come.slice(0, most)) console.log(`    > ${line}`)
  }
}
