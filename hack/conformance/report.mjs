// Writes hack/checklists/conformance.md from reports of run.sh: report.mjs NAME...  (folders below $CONFORMANCE_DIR/reports, older first: what came later counts)
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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

for (const name of process.argv.slice(2)) {
  const path = join(folder, 'reports', name, 'junit.xml')
  if (!existsSync(path)) continue
  for (const [, title, status] of readFileSync(path, 'utf8').matchAll(
    /<testcase name="\[It\] ([^"]*)"[^>]* status="(\w+)"/g,
  )) {
    if (status !== 'skipped') outcomes.set(plain(title), status)
  }
}

const rows = tests.map(({ codename }) => {
  const name = codename.replace(/\s+/g, ' ')
  const status = [...outcomes].find(([title]) => title.startsWith(name))?.[1] ?? 'not run'
  const why = status === 'passed' ? '' : (known.find(([pattern]) => pattern.test(name))?.[1] ?? '')
  return { name, status, why, sig: /\[(sig-[a-z-]+)\]/.exec(name)?.[1] ?? '' }
})
const sigs = [...new Set(rows.map(({ sig }) => sig))]
const count = (sig, wanted) => rows.filter((row) => (!sig || row.sig === sig) && wanted(row)).length
const line = (label, sig) => {
  const passed = count(sig, ({ status }) => status === 'passed')
  const skipped = count(sig, ({ status }) => status === 'not run')
  const all = count(sig, () => true)
  return `| ${label} | ${all} | ${passed} | ${all - passed - skipped} | ${skipped} |`
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
  "The images are stand-ins: upstream's own programs (agnhost and others, built from the same module) on a small Debian, busybox 1.37 with bash as its sh. Why a test does not pass is said in `hack/conformance/known.yaml`.",
  '',
  '| | tests | passed | failed | not run |',
  '|---|---|---|---|---|',
  ...sigs.map((sig) => line(sig, sig)),
  line('all', undefined),
  '',
  '## What does not pass',
  '',
  '| test | | why |',
  '|---|---|---|',
  ...rows
    .filter(({ status }) => status !== 'passed')
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
    ...rows.filter((row) => row.sig === sig && row.status === 'passed').map(({ name }) => `- ${short(name, sig)}`),
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
