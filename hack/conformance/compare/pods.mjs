/** Offences in pods, one at a time at every place of rich ones, and pairs of them. SEED=n and PAIRS=n choose the pairs, ONLY=text the places. */
import { changed, mutations, seeded } from './mutations.mjs'
import { podSpecs } from './rich.mjs'

const collection = '/api/v1/namespaces/default/pods'

export default async function pods(twins) {
  twins.known.push(
    [/^header warning: /, 'warnings in our own words'],
    [
      /volumeMounts\[\d+\]\.(name NotFound|subPathExpr)/,
      'a volume that is wrong is there all the same for those who mount it',
    ],
    [/volumes\[\d+\]\.\w+\.[\w.]+ Required: - /, 'of a second source of a volume the schema tells what it lacks'],
    [
      /(livenessProbe|readinessProbe|postStart|preStop)\.\w+\.port Invalid: - /,
      'of a second action the schema tells what it lacks',
    ],
    [/kube-api-access-/, 'names drawn'],
    [/^(status|body\.code): 500 \|/, 'upstream fails at names that are no names'],
    [/preemptionPolicy (Required|NotSupported): /, 'an empty text is no policy'],
    [/divisor Invalid: - /, 'quantities that overflow there'],
    [/: "(010|1)" \| "(10|9223372036854775807)"$/, 'quantities that upstream keeps as written or that overflow there'],
  )
  const serviceAccount = { metadata: { name: 'default' }, automountServiceAccountToken: false }
  for (const side of [twins.upstream, twins.operon])
    await side.ask({ method: 'POST', path: '/api/v1/namespaces/default/serviceaccounts', body: serviceAccount })
  const random = seeded(Number(process.env.SEED ?? 1))
  const pairs = Number(process.env.PAIRS ?? 100)
  for (const [name, spec] of Object.entries(podSpecs)) {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { a: 'b' } }, spec }
    await tried(twins, pod, name)
    const all = [...mutations(pod, 'core.v1.Pod')].filter(({ path }) => path[0] !== 'status')
    for (const each of all) {
      const note = `${name} ${each.path.join('.')} = ${JSON.stringify(each.value)}`
      if (note.includes(process.env.ONLY ?? '')) await tried(twins, changed(pod, each), note)
    }
    for (let left = process.env.ONLY ? 0 : pairs; left > 0; left--) {
      const [one, other] = [all[random(all.length)], all[random(all.length)]]
      const both = (() => {
        try {
          return changed(changed(pod, one), other)
        } catch {}
      })()
      if (both)
        await tried(
          twins,
          both,
          `${name} ${[one, other].map(({ path, value }) => `${path.join('.')} = ${JSON.stringify(value)}`)}`,
        )
    }
  }
}

const tried = (twins, body, note) =>
  twins.ask({ method: 'POST', path: `${collection}?dryRun=All&fieldValidation=Warn`, body }, { note })
