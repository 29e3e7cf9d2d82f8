/** What files about admission webhooks share: a server for the hooks of both sides, their configurations, and questions that compare what the hooks were asked meanwhile. */
import { setTimeout as pass } from 'node:timers/promises'
import { askedOtherwise, hookServer, withoutSides } from './hook-server.mjs'

const registration = '/apis/admissionregistration.k8s.io/v1'
/** As whom questions are asked, and hooks see them. */
export const jane = {
  'impersonate-user': 'jane',
  'impersonate-group': 'system:masters',
  'impersonate-uid': 'u1',
  'impersonate-extra-Team%2fA': 'blue',
}

export const allow = ({ body }) => ({
  apiVersion: body.apiVersion,
  kind: 'AdmissionReview',
  response: { uid: body.request?.uid, allowed: true },
})

/** Makes `namespace` on both sides; hooks are asked for what is in it. */
export async function hookTools(twins, namespace) {
  const here = { matchLabels: { 'kubernetes.io/metadata.name': namespace } }
  const inside = `/api/v1/namespaces/${namespace}`
  const compare = twins.compare.bind(twins)
  twins.compare = (theirs, ours, options) => compare(withoutSides(theirs), withoutSides(ours), options)
  let answer = allow
  const server = await hookServer(async (one, response) => {
    const said = await answer(one, response)
    if (said === undefined) return
    const {
      status = 200,
      headers = { 'content-type': 'application/json' },
      text,
    } = said !== null && typeof said === 'object' && 'text' in said ? said : { text: JSON.stringify(said) }
    response.writeHead(status, headers)
    response.end(text)
  })
  const both = async (asking) => {
    const answers = await Promise.all(
      [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
    )
    for (const { status, text } of answers) if (status >= 300) console.log(`in vain: ${text.slice(0, 300)}`)
    return answers
  }
  const told = (found) => {
    const shown = found.filter((line) => !twins.known.some(([pattern]) => pattern.test(line)))
    twins.knownSeen += found.length - shown.length
    return shown
  }
  const tools = {
    twins,
    server,
    both,
    answersWith(next) {
      answer = next
    },
    /** Configures `hooks` (Mutating or Validating), and waits until both follow them; none: takes them away. */
    async configure(sort, name, hooks, { wait = 1300 } = {}) {
      const plural = `${sort.toLowerCase()}webhookconfigurations`
      await Promise.all(
        [twins.upstream, twins.operon].map((side) =>
          side.ask({ method: 'DELETE', path: `${registration}/${plural}/${name}` }),
        ),
      )
      if (hooks.length > 0)
        await both((side) => ({
          method: 'POST',
          path: `${registration}/${plural}`,
          body: {
            metadata: { name },
            webhooks: hooks.map((hook) => ({
              clientConfig: server.clientConfig(side, hook.name.split('.')[0]),
              sideEffects: 'None',
              admissionReviewVersions: ['v1'],
              namespaceSelector: here,
              ...hook,
            })),
          },
        }))
      await pass(wait)
    },
    /** Asks both, and compares what their webhooks were asked meanwhile. */
    async ask(method, path, body, { note = '', headers = {}, as = jane, mine = true, ...how } = {}) {
      server.empty()
      const answers = await twins.ask(
        (side) => ({
          method,
          path,
          body: typeof body === 'function' ? body(side) : body,
          headers: { ...as, ...headers },
        }),
        { note },
      )
      const by = (list) =>
        mine ? list.filter(({ body: asked }) => !asked?.request || asked.request.userInfo?.username === 'jane') : list
      const found = told(askedOtherwise({ upstream: by(server.asked.upstream), operon: by(server.asked.operon) }, how))
      if (found.length > 0) {
        twins.differed++
        console.log(`${method} ${path} ${note} IS ASKED OTHERWISE`)
        for (const line of found.slice(0, Number(process.env.LINES_SHOWN) || 12)) console.log(`    ${line}`)
      }
      return answers
    },
  }
  await both({
    method: 'POST',
    path: '/api/v1/namespaces',
    body: { metadata: { name: namespace, labels: { a: 'b' } } },
  })
  // Where no controllers run.
  const account = { method: 'POST', path: `${inside}/serviceaccounts`, body: { metadata: { name: 'default' } } }
  await Promise.all([twins.upstream, twins.operon].map((side) => side.ask(account)))
  await pass(1000)
  return tools
}
