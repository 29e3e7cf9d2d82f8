/** The tables of offences of the kinds' own tests, sent to both servers. The rest asks of main.mjs. COMPARE_TABLES: which tests of plugins/kind (default all of rules/). */
import { readdirSync } from 'node:fs'
import { register } from 'node:module'
import { Grouped } from './grouped.mjs'
import { expected } from './on-purpose.mjs'

const tests = new URL('../../../dist/plugins/kind/', import.meta.url)
const collector = `
const rows = globalThis.offencesCollected
export const offences = (resource, table) => rows.push(...table.map(([object]) => ({ resource, object })))
export const offencesOfChanges = (resource, table, { subresource = '' } = {}) =>
  rows.push(...table.map(([object, after]) => ({ resource, object, after, subresource })))`
const redirect = `
const collector = ${JSON.stringify(`data:text/javascript,${encodeURIComponent(collector)}`)}
export const resolve = (name, context, next) =>
  name.endsWith('/kit/offences.js') ? { url: collector, shortCircuit: true } : next(name, context)`

export default async function offences(twins) {
  twins.known.push(...expected)
  twins.causesOnce = true
  const rows = await collected()
  const grouped = new Grouped(twins)
  await grouped.place()
  for (const row of rows) await ask(grouped, row)
  grouped.tell()
}

async function collected() {
  globalThis.offencesCollected = []
  register(`data:text/javascript,${encodeURIComponent(redirect)}`)
  const nothing = () => undefined
  Object.assign(globalThis, { describe: (_, run) => run(), it: nothing, before: nothing, after: nothing })
  const names = process.env.COMPARE_TABLES?.split(',') ?? rulesTests()
  for (const name of names) await import(new URL(`${name}.test.js`, tests).href)
  return globalThis.offencesCollected
}

const rulesTests = () =>
  readdirSync(new URL('rules/', tests))
    .filter((name) => name.endsWith('.test.js'))
    .map((name) => `rules/${name.replace('.test.js', '')}`)

let made = 0

async function ask(grouped, { resource, object, after, subresource }) {
  const found = grouped.resource(resource)
  if (!found) return console.log(`not served: ${resource}`)
  const { kind, apiVersion, path } = found
  const whole = (name) => ({ apiVersion, kind, ...object, metadata: { name, ...object.metadata } })
  if (!after) return void (await grouped.ask(kind, { method: 'POST', path: `${path}?dryRun=All`, body: whole('a') }))
  const start = whole(`changed-${++made}`)
  const { name } = start.metadata
  const [theirs, ours] = await grouped.ask(kind, { method: 'POST', path, body: start })
  const at = `${path}/${name}${subresource ? `/${subresource}` : ''}?dryRun=All`
  if (theirs.status < 300 && ours.status < 300)
    await grouped.ask(
      kind,
      (side) => {
        const { json } = side.name === 'upstream' ? theirs : ours
        return {
          method: 'PUT',
          path: at,
          body: { ...json, ...after, metadata: { ...json.metadata, ...after.metadata } },
        }
      },
      { note: JSON.stringify(after).slice(0, 200) },
    )
  await grouped.forget(`${path}/${name}`)
}
