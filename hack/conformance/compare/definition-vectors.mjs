/** Definitions of upstream's own unit tests (VECTORS=DIR of hack/conformance/vectors/record.mjs): created (dry) and changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { definitions } from './definitions.mjs'

const dry = '?dryRun=All'

/** A schema by itself, as a definition. */
const around = (schema, nth) => ({
  metadata: { name: `ones.v${nth}.example.com` },
  spec: {
    group: `v${nth}.example.com`,
    scope: 'Namespaced',
    names: { plural: 'ones', kind: 'One' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
  },
})

const whole = ({ metadata, spec, status }) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata,
  spec,
  ...(status ? { status } : {}),
})

/** Undefined: both sides have it. What one takes and the other refuses is told by the create itself. */
async function make(twins, body) {
  const answers = await Promise.all(
    [twins.upstream, twins.operon].map((side) => side.ask({ method: 'POST', path: definitions, body })),
  )
  return answers.every(({ status }) => status === 201) ? undefined : answers.map(({ status }) => status).join()
}

async function remove(twins, path) {
  for (const side of [twins.upstream, twins.operon]) {
    await side.ask({ method: 'DELETE', path })
    // Where no operator runs nobody else takes it away.
    const headers = { 'content-type': 'application/merge-patch+json' }
    await side.ask({ method: 'PATCH', path, headers, body: { metadata: { finalizers: null } } })
    for (let tries = 0; tries < 100 && (await side.ask({ path })).status !== 404; tries++)
      await new Promise((done) => setTimeout(done, 100))
  }
}

export default async function askVectors(twins) {
  twins.known.push([
    /^body\.status\.(conditions|acceptedNames|observedGeneration)/,
    'served when the create is answered',
  ])
  const lines = readFileSync(join(process.env.VECTORS, 'definitions.jsonl'), 'utf8').trimEnd().split('\n')
  let notMade = 0
  for (const [nth, line] of lines.entries()) {
    const { call, in: asked } = JSON.parse(line)
    const note = `${nth} ${call}`
    if (asked.schema) {
      const body = whole(around(asked.schema, nth))
      await twins.ask({ method: 'POST', path: `${definitions}${dry}`, body }, { note })
    }
    if (!asked.definition) continue
    const body = whole(asked.definition)
    const path = `${definitions}/${body.metadata.name}`
    if (asked.old === undefined) await twins.ask({ method: 'POST', path: `${definitions}${dry}`, body }, { note })
    else {
      const { resourceVersion: _, ...metadata } = asked.old.metadata
      if ((await make(twins, whole({ ...asked.old, metadata }))) === undefined) {
        const changed = async (side) => (await side.ask({ path })).json.metadata.resourceVersion
        const versions = new Map([
          [twins.upstream, await changed(twins.upstream)],
          [twins.operon, await changed(twins.operon)],
        ])
        const asking = (side) => ({
          method: 'PUT',
          path: `${path}${dry}`,
          body: { ...body, metadata: { ...body.metadata, resourceVersion: versions.get(side) } },
        })
        await twins.ask(asking, { note })
      } else notMade++
      await remove(twins, path)
    }
  }
  console.log(`${notMade} changes of what can't be made any more`)
}
