// Writes hack/checklists/conformance.md from reports of run.sh: report.mjs NAME...  (folders below $CONFORMANCE_DIR/reports, older first: what came later counts)
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'

const { CONFORMANCE_DIR, XDG_CACHE_HOME } = process.env
const folder = CONFORMANCE_DIR ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'operon-conformance')
const upstream = readFileSync(join(folder, 'upstream'), 'utf8').trim()
const known = load(readFileSync(join(import.meta.dirname, 'known.yaml'), 'utf8')).map(([pattern, why]) => [
  new RegExp(pattern),
  why,
])
const tests = load(readFileSync(join(upstream, 'test/conformance/testdata/conformance.yaml'), 'utf8'))
const outcomes = new Map()
const days = new Set()
const commits = new Set()

for (const name of process.argv.slice(2)) {
  const path = join(folder, 'reports', name, 'junit.xml')
  if (!existsSync(path)) continue
  days.add(statSync(path).mtime.toISOString().slice(0, 10))
  commits.add(readFileSync(join(folder, 'reports', name, 'commit'), 'utf8').trim())
  // CONTROLLERS of run.sh.
  const helped = existsSync(join(folder, 'reports', name, 'controllers.log'))
  for (const [, title, status] of readFileSync(path, 'utf8').matchAll(
    /<testcase name="\[It\] ([^"]*)"[^>]* status="(\w+)"/g,
  )) {
    if (status === 'skipped') continue
    outcomes.set(plain(title), status === 'passed' && helped ? 'passed, helped' : status)
  }
}

const rows = tests.map(({ codename }) => {
  const name = codename.replace(/\s+/g, ' ')
  const status = [...outcomes].find(([title]) => title.startsWith(name))?.[1] ?? 'not run'
  const why = status.startsWith('passed') ? '' : (known.find(([pattern]) => pattern.test(name))?.[1] ?? '')
  return { name, status, why, sig: /\[(sig-[a-z-]+)\]/.exec(name)?.[1] ?? '' }
})
const sigs = [...new Set(rows.map(({ sig }) => sig))]
const count = (sig, wanted) => rows.filter((row) => (!sig || row.sig === sig) && wanted(row)).length
const line = (label, sig) => {
  const passed = count(sig, ({ status }) => status === 'passed')
  const helped = count(sig, ({ status }) => status === 'passed, helped')
  const skipped = count(sig, ({ status }) => status === 'not run')
  const all = count(sig, () => true)
  return `| ${label} | ${all} | ${passed} | ${helped} | ${all - passed - helped - skipped} | ${skipped} |`
}
const short = (name, sig) =>
  name
    .replace(`[${sig}] `, '')
    .replace(/ \[Conformance\]$/, '')
    .replaceAll('|', '\\|')

const text = [
  `# Upstream's conformance suite, ${upstream.split('@')[1]}`,
  '',
  'Written by `hack/conformance/report.mjs` from runs of `hack/conformance/run.sh` (which builds the suite from its Go module and needs root, Go and mmdebstrap) against `operon up` with one node and the process runtime.',
  "The images are stand-ins: upstream's own programs (agnhost and others, built from the same module) on a small Debian, busybox 1.37, whose sh is bash where variables have a dash in their name. Why a test does not pass is said in `hack/conformance/known.yaml`.",
  '',
  `Run on ${[...days].sort().join(' and ')}, ${commits.size === 1 ? 'commit' : 'in parts, commits'} ${[...commits].join(', ')}.`,
  '',
  "Helped: a kind in it has no operator of ours yet, and upstream's kube-controller-manager ran its controller against Operon (`CONTROLLERS=` of run.sh), for some besides upstream's kube-proxy and CoreDNS (`PROXY=1`).",
  '',
  '| | tests | passed | passed, helped | failed | not run |',
  '|---|---|---|---|---|---|',
  ...sigs.map((sig) => line(sig, sig)),
  line('all', undefined),
  '',
  '## What does not pass',
  '',
  '| test | | why |',
  '|---|---|---|',
  ...rows
    .filter(({ status }) => !status.startsWith('passed'))
    .map(
      ({ name, status, why }) =>
        `| ${name.replace(/ \[Conformance\]$/, '').replaceAll('|', '\\|')} | ${status} | ${why || '**not looked into yet**'} |`,
    ),
  '',
  '## What passes',
  '',
  ...sigs.flatMap((sig) => [
    `### ${sig}`,
    '',
    ...rows
      .filter((row) => row.sig === sig && row.status.startsWith('passed'))
      .map(({ name, status }) => `- ${short(name, sig)}${status === 'passed' ? '' : ' (helped)'}`),
    '',
  ]),
]
writeFileSync(join(import.meta.dirname, '..', 'checklists', 'conformance.md'), `${text.join('\n').trimEnd()}\n`)
console.log(line('all', undefined))

function plain(title) {
  return title
    .replaceAll('&#39;', "'")
    .replaceAll('&#34;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
