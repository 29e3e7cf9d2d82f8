/** Streams to containers that run, through both servers to the same kubelets: exec, attach, port-forward, cp and logs by kubectl (KUBECTLS names programs) and by sockets of each protocol. Upstream as for streams.mjs. */
import { createServer } from 'node:net'
import { WebSocket } from 'ws'
import { runningPlace } from './running-place.mjs'
import { shells } from './shells.mjs'
import { apart } from './writing.mjs'

const programs = (process.env['KUBECTLS'] ?? 'kubectl').split(',')
const parts = (process.env['ONLY'] ?? 'sockets,kubectl,deaths').split(',')

export default async function running(twins) {
  twins.known.push(
    [/not-ready/, 'taints of nodes are compared with admission'],
    [/^header cache-control: - \| /, 'told of refused upgrades too'],
    [
      /Success" \| "Failure"|the connection to the kubelet was lost/,
      'a kubelet of before 1.36 that is lost is a success upstream',
    ],
  )
  const name = apart('running')
  const { path, stop, kubelets } = await runningPlace(twins, name)
  const echo = createServer({ allowHalfOpen: true }, (socket) => socket.on('error', () => {}).pipe(socket))
  await new Promise((resolve) => echo.listen(0, '127.0.0.1', resolve))
  const context = { path, name, kubelets, port: echo.address().port }
  if (parts.includes('sockets')) await sockets(twins, context)
  if (parts.includes('kubectl')) for (const program of programs) await commands(twins, context, program)
  if (parts.includes('deaths')) await deaths(twins, context)
  await stop()
}

const handshake = (protocols) => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-version': '13',
  'sec-websocket-protocol': protocols,
})
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const wsHeaders = (side) => ({ ...side.base, ...side.admin })

/** What a client sees of one WebSocket: what was agreed on, each channel's bytes and how it ended. `sends`: [ms to wait, channel or 'close' or 'drop', text]. */
export function socket(
  side,
  { path, protocols, sends = [], limit = 4000, headers = {}, isText = false, isLog = false },
) {
  return new Promise((resolve) => {
    const { hostname, port, ...tls } = wsHeaders(side)
    const client = new WebSocket(`wss://${hostname}:${port}${path}`, protocols, { ...tls, headers })
    const channels = {}
    let first = ''
    let over = false
    const end = (ending) => {
      if (over) return
      over = true
      clearTimeout(timer)
      client.terminate()
      const told = Object.fromEntries(
        Object.entries(channels).map(([channel, pieces]) => [channel, shown(Buffer.concat(pieces))]),
      )
      resolve({ protocol: client.protocol, first, channels: told, ending })
    }
    const timer = setTimeout(() => end('stays open'), limit)
    client.on('message', (bytes, isBinary) => {
      const [channel, payload] = isLog
        ? ['all', bytes]
        : isText
          ? [bytes.toString()[0], Buffer.from(bytes.toString().slice(1), 'base64')]
          : [bytes[0], bytes.subarray(1)] // prettier-ignore
      first ||= `${isBinary ? 'binary' : 'text'} ${channel} ${payload.length ? 'bytes' : 'empty'}`
      ;(channels[channel] ??= []).push(payload)
    })
    client.on('close', (code, reason) => end(`closed ${code} ${reason}`))
    client.on('error', (error) => wait(50).then(() => end(`error ${error.message}`)))
    client.on('unexpected-response', (_, answer) => {
      const pieces = []
      answer.on('data', (piece) => pieces.push(piece))
      answer.on('error', () => end('refused and broken off'))
      answer.on('end', () =>
        end(`refused ${answer.statusCode} ${answer.headers['content-type']} ${Buffer.concat(pieces)}`),
      )
    })
    client.on('open', async () => {
      for (const [ms, channel, text = ''] of sends) {
        await wait(ms)
        if (client.readyState !== client.OPEN) return
        if (channel === 'close') client.close(1000)
        else if (channel === 'drop') client.terminate()
        else if (channel === 'raw') client.send(text)
        else if (isText) client.send(`${channel}${Buffer.from(text).toString('base64')}`)
        else client.send(Buffer.concat([Buffer.from([channel]), Buffer.from(text)]))
      }
    })
  })
}

/** Long outputs by their length and sum. */
function shown(bytes) {
  if (bytes.length < 2000) {
    try {
      return JSON.parse(bytes.toString())
    } catch {
      return bytes.toString('latin1')
    }
  }
  let sum = 0
  for (const byte of bytes) sum = (sum * 31 + byte) >>> 0
  return `${bytes.length} bytes, ${sum}`
}

const plain = ['channel.k8s.io', 'v4.channel.k8s.io', 'v5.channel.k8s.io']
const based = ['base64.channel.k8s.io', 'v4.base64.channel.k8s.io']
const command = (...words) => words.map((word) => `command=${encodeURIComponent(word)}`).join('&')
const shell = (text) => command('sh', '-c', text)
const size = (width, height) => JSON.stringify({ Width: width, Height: height })

/** What is asked of each protocol: query, sends. */
const errands = {
  outputs: [`exec?container=main&stdout=1&stderr=1&${shell('echo out; echo err >&2')}`],
  'only stderr': [`exec?container=main&stderr=1&${shell('echo out; echo err >&2')}`],
  'exit code': [`exec?container=main&stdout=1&${shell('exit 7')}`],
  killed: [`exec?container=main&stdout=1&${shell('kill -9 $$')}`],
  'no such command': [`exec?container=main&stdout=1&command=/none/there`],
  'nothing asked': [`exec?container=main&${shell('echo out')}`],
  'stdin alone': [`exec?container=main&stdin=1&${shell('read a; exit 4')}`, [[200, 0, 'a\n']]],
  'stdin and out': [`exec?container=main&stdin=1&stdout=1&${shell('read a; echo got $a')}`, [[200, 0, 'hello\n']]],
  'half closed': [
    `exec?container=main&stdin=1&stdout=1&${command('wc', '-c')}`,
    [
      [200, 0, 'hello\n'],
      [100, 255, '\0'],
    ],
  ],
  'half closed twice': [
    `exec?container=main&stdin=1&stdout=1&${command('cat')}`,
    [
      [200, 0, 'hello\n'],
      [100, 255, '\0'],
      [10, 255, '\0'],
      [0, 0, 'more'],
    ],
  ],
  'another channel closed': [
    `exec?container=main&stdin=1&stdout=1&${shell('sleep 0.6; echo x')}`,
    [
      [200, 255, '\x01'],
      [50, 255, '\x07'],
    ],
  ],
  'empty close': [`exec?container=main&stdin=1&stdout=1&${shell('sleep 0.6; echo x')}`, [[200, 255, '']]],
  'unknown channel': [`exec?container=main&stdin=1&stdout=1&${shell('sleep 0.6; echo x')}`, [[200, 9, 'x']]],
  'written to stdout': [`exec?container=main&stdin=1&stdout=1&${shell('sleep 0.6; echo x')}`, [[200, 1, 'x']]],
  'empty message': [
    `exec?container=main&stdin=1&stdout=1&${shell('sleep 0.6; echo x')}`,
    [[200, 'raw', Buffer.alloc(0)]],
  ],
  'text message': [`exec?container=main&stdin=1&stdout=1&${shell('read a; echo $a')}`, [[200, 'raw', '\0text\n']]],
  'stdin not asked': [`exec?container=main&stdout=1&${shell('sleep 0.6; echo x')}`, [[200, 0, 'x']]],
  terminal: [
    `exec?container=main&stdin=1&stdout=1&tty=1&${shell('stty size; read a; stty size; echo $a')}`,
    [
      [300, 4, size(80, 24)],
      [300, 4, size(100, 30)],
      [200, 0, 'x\n'],
    ],
  ],
  'size that is none': [
    `exec?container=main&stdin=1&stdout=1&tty=1&${shell('read a; stty size')}`,
    [
      [300, 4, 'x'],
      [100, 4, size(100, 30)],
      [200, 0, 'x\n'],
    ],
  ],
  'terminal and stderr': [`exec?container=main&stdout=1&stderr=1&tty=1&${shell('test -t 1 && echo yes')}`],
  'end of terminal': [`exec?container=main&stdin=1&stdout=1&tty=1&${command('cat')}`, [[300, 0, 'x\n\x04']]],
  interrupted: [`exec?container=main&stdin=1&stdout=1&tty=1&${command('sleep', '20')}`, [[300, 0, '\x03']]],
  large: [`exec?container=main&stdout=1&${shell("head -c 3000000 /dev/zero | tr '\\0' x")}`],
  'large input': [
    `exec?container=main&stdin=1&stdout=1&${shell('head -c 3000000 | md5sum')}`,
    [...Array(60)].map(() => [0, 0, 'y'.repeat(50_000)]),
  ],
  'closed by us': [`exec?container=main&stdin=1&stdout=1&${shell('echo a; sleep 1; echo b')}`, [[400, 'close']]],
  attach: [
    `attach?container=main&stdin=1&stdout=1&stderr=1`,
    [
      [300, 0, 'x\n'],
      [100, 255, '\0'],
    ],
  ],
  'attach once': [`attach?container=once&stdout=1&stderr=1`],
  'attach terminal': [`attach?container=size&stdin=1&stdout=1&tty=1`, [[200, 4, size(90, 20)]]],
  'attach big': [`attach?container=big&stdout=1`],
  'many outputs': [
    `exec?container=main&stdout=1&stderr=1&${shell('for i in 1 2 3 4 5 6 7 8 9; do echo $i; echo e$i >&2; done; exit 200')}`,
  ],
} // prettier-ignore

async function sockets(twins, { path, port }) {
  const both = async (note, asked) => {
    const [theirs, ours] = await Promise.all([twins.upstream, twins.operon].map((side) => socket(side, asked)))
    twins.tell(note, theirs, ours)
  }
  for (const age of ['young', 'aged'])
    for (const protocol of (process.env.PROTOCOLS ?? [...plain, ...based].join()).split(','))
      for (const [what, [query, sends]] of Object.entries(errands))
        await both(`${age} ${protocol} ${what}`, {
          path: `${path}/${age}/${query}`,
          protocols: protocol ? [protocol] : [],
          sends,
          isText: protocol.includes('base64'),
        })
  for (const age of ['young', 'aged']) {
    for (const protocols of [
      ['v5.channel.k8s.io', 'v4.channel.k8s.io', 'channel.k8s.io'],
      ['v4.channel.k8s.io', 'v5.channel.k8s.io'],
      ['none.k8s.io', 'v5.channel.k8s.io'],
      ['none.k8s.io'],
      ['v6.channel.k8s.io'],
      ['v3.channel.k8s.io'],
    ])
      await both(`${age} ${protocols}`, { path: `${path}/${age}/${errands.outputs[0]}`, protocols })
    for (const protocols of [['v4.channel.k8s.io'], ['v4.base64.channel.k8s.io'], ['portforward.k8s.io'], ['none']])
      for (const query of [`ports=${port}`, `ports=${port}&ports=1`, 'ports=1', '', `ports=${port},1`])
        await both(`${age} port-forward ${protocols} ${query}`, {
          path: `${path}/${age}/portforward?${query}`,
          protocols,
          isText: protocols[0]?.includes('base64'),
          sends: [
            [200, 0, 'hello'],
            [100, 0, ' there'],
            [300, 'close'],
          ],
        }) // prettier-ignore
    for (const protocols of [
      'SPDY/3.1+portforward.k8s.io',
      'SPDY/3.1+none.k8s.io',
      'SPDY/3.1+portforward',
      'SPDY/3.1+none.k8s.io, SPDY/3.1+portforward.k8s.io',
    ])
      for (const query of ['', `?ports=${port}`, '?port=1'])
        await twins.ask(
          { path: `${path}/${age}/portforward${query}`, headers: handshake(protocols), limit: 500 },
          { note: protocols, isLog: true },
        ) // prettier-ignore
    for (const query of [
      'container=main',
      'container=once&follow=1',
      'container=big',
      'container=size',
      'container=main&tailLines=2',
      'container=main&limitBytes=7',
      'container=none',
    ])
      for (const protocols of [['binary.k8s.io'], ['base64.binary.k8s.io']])
        await both(`${age} log ${protocols} ${query}`, { path: `${path}/${age}/log?${query}`, protocols, isLog: true }) // prettier-ignore
    for (const query of [
      'container=main',
      'container=once&follow=1',
      'container=big',
      'container=size',
      'container=main&tailLines=2',
      'container=main&limitBytes=7',
      'container=endless&follow=1',
    ])
      await twins.ask({ path: `${path}/${age}/log?${query}`, limit: 1550 }, { note: age })
  }
}

async function commands(twins, { port, name }, program) {
  twins.known.push(
    [/^Forwarding from|^Handling connection/, 'ports of chance'],
    [/an error occurred forwarding \d+ ->/, 'ports of chance'],
    [/Copying stdin failed|^tar: /, 'how much is told of an end that comes at once is chance'],
  )
  const give = shells(twins, '/tmp')
  const run = (line) => give(line.replaceAll('K ', `${program} -n ${name} `))
  for (const pod of ['young', 'aged']) {
    for (const line of [
      `K exec ${pod} -c main -- sh -c 'echo out; echo err >&2'`,
      `K exec ${pod} -c main -- sh -c 'exit 3'`,
      `K exec ${pod} -c main -- sh -c 'kill -9 $$'`,
      `K exec ${pod} -c main -- /none/there`,
      `K exec ${pod} -c none -- ls`,
      `K exec ${pod} -- echo first`,
      `echo hello | K exec -i ${pod} -c main -- cat`,
      `head -c 5000000 /dev/zero | K exec -i ${pod} -c main -- md5sum`,
      `K exec ${pod} -c main -- head -c 20000000 /dev/zero | md5sum`,
      `yes | K exec -i ${pod} -c main -- head -n 3`,
      `K exec -t ${pod} -c main -- sh -c 'test -t 1 && echo tty; stty size'`,
      `script -qec "stty cols 77 rows 11; ${program} -n ${name} exec -it ${pod} -c main -- sh -c 'sleep 0.5; stty size'" /dev/null < /dev/null`,
      `(sleep 1; echo exit 5) | script -qec "${program} -n ${name} exec -it ${pod} -c main -- sh" /dev/null`,
      `echo typed | K attach -i ${pod} -c main`,
      `K attach ${pod} -c once`,
      `K attach ${pod} -c big | md5sum`,
      `K attach -it ${pod} -c size < /dev/null`,
      `head -c 3000000 /dev/zero > $SIDE/file; rm -rf $SIDE/there; mkdir $SIDE/there; K cp $SIDE/file ${pod}:$SIDE/there/copied -c main; cmp $SIDE/file $SIDE/there/copied && echo same`,
      `K cp ${pod}:$SIDE/file $SIDE/back -c main; cmp $SIDE/file $SIDE/back && echo same`,
      `K cp ${pod}:$SIDE/none $SIDE/back2 -c main; ls $SIDE/back2`,
      `K logs ${pod} -c main`,
      `K logs ${pod} -c once -f`,
      `K logs ${pod} -c main --tail 2 --prefix`,
      `K logs ${pod} -c main --limit-bytes 9`,
      `K logs ${pod} -c big | md5sum`,
      `timeout 1 ${program} -n ${name} logs -f ${pod} -c endless | head -n 3`,
      `K logs ${pod} --all-containers --ignore-errors --tail 1 | sort`,
      `timeout 1 ${program} -n ${name} exec ${pod} -c main -- sh -c 'echo begun; sleep 5'`,
    ])
      await run(line)
    for (const [what, use] of Object.entries({
      once: 'exec 3<>/dev/tcp/127.0.0.1/$P; echo hello >&3; head -n 1 <&3',
      'many at once':
        'for i in $(seq 20); do (exec 3<>/dev/tcp/127.0.0.1/$P; echo hello $i >&3; head -n 1 <&3) & kids="$kids $!"; done > $SIDE/many; wait $kids; sort $SIDE/many',
      large: 'exec 3<>/dev/tcp/127.0.0.1/$P; (head -c 3000000 /dev/zero >&3) & head -c 3000000 <&3 | md5sum',
    }))
      await run(
        `: ${what}; K port-forward pod/${pod} :${port} > $SIDE/forward 2>&1 & F=$!; until grep -q Forwarding $SIDE/forward; do sleep 0.1; kill -0 $F 2>/dev/null || break; done; P=$(sed -n 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/p' $SIDE/forward | head -n 1); ${use}; kill $F; wait $F; cat $SIDE/forward`,
      )
    await run(
      `K port-forward pod/${pod} :1 > $SIDE/forward 2>&1 & F=$!; until grep -q Forwarding $SIDE/forward; do sleep 0.1; kill -0 $F 2>/dev/null || break; done; P=$(sed -n 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/p' $SIDE/forward | head -n 1); exec 3<>/dev/tcp/127.0.0.1/$P; echo a >&3; cat <&3; sleep 0.5; kill $F 2>/dev/null; wait $F; cat $SIDE/forward`,
    )
  }
}

/** The kubelet goes in the middle: last, as it stays away. */
async function deaths(twins, { path, kubelets, name }) {
  const asked = [
    ...['dying', 'fading'].flatMap((age) =>
      plain.map((protocol) => ({
        path: `${path}/${age}/exec?container=main&stdin=1&stdout=1&${shell('echo a; sleep 9')}`,
        protocols: [protocol],
      })),
    ),
    { path: `${path}/dying/attach?container=main&stdin=1&stdout=1`, protocols: ['v4.channel.k8s.io'] },
    { path: `${path}/dying/log?container=endless&follow=1`, protocols: ['binary.k8s.io'] },
  ] // prettier-ignore
  const results = Promise.all(
    [twins.upstream, twins.operon].map((side) => Promise.all(asked.map((one) => socket(side, one)))),
  )
  const give = shells(twins, '/tmp')
  const lines = programs.flatMap((program) =>
    ['dying', 'fading'].flatMap((age) => [
      `${program} -n ${name} exec ${age} -c main -- sh -c 'echo a; sleep 9'`,
      `${program} -n ${name} attach -i ${age} -c main`,
      `${program} -n ${name} logs -f ${age} -c endless | head -n 1`,
      `timeout 5 ${program} -n ${name} port-forward ${age} :80 | wc -l`,
    ]),
  )
  const printed = Promise.all(lines.map((line) => give(line)))
  const log = Promise.all(
    [twins.upstream, twins.operon].map((side) =>
      side.ask({ path: `${path}/dying/log?container=endless&follow=1`, limit: 3500 }),
    ),
  ) // prettier-ignore
  await wait(2500)
  for (const age of ['dying', 'fading']) kubelets[age].kill('SIGKILL')
  const [theirs, ours] = await results
  for (const [at, { path: where, protocols }] of asked.entries()) {
    for (const one of [theirs[at], ours[at]]) if (where.includes('follow')) one.channels = Object.keys(one.channels)
    twins.tell(`kubelet dies ${protocols} ${where}`, theirs[at], ours[at])
  }
  await printed
  const [theirLog, ourLog] = await log
  twins.tell('kubelet dies under a log', theirLog.status, ourLog.status)
}
