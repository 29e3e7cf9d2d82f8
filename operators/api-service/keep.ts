import { isReason, passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { APIService } from '../kit/kinds.js'

const managedLabel = 'kube-aggregator.kubernetes.io/automanaged'

/** Whether it is ours: those of built-in groups say `onstart`, people's own nothing. */
export const isManaged = ({ metadata }: APIService): boolean => metadata.labels?.[managedLabel] === 'true'

export interface GroupState {
  readonly group: string
  readonly hasDefinitions: boolean
  /** All APIServices of the group. */
  readonly found: readonly APIService[]
}

/** Creates what lacks, sets right what was changed, deletes what nobody serves; what people made themselves stands. Cost: a GET, and a write for each that differs. */
export async function keep(context: OperatorContext, state: GroupState): Promise<void> {
  const { client, signal } = context
  const versions = state.hasDefinitions ? await servedVersions(context, state.group) : []
  const writes = versions.map(async (version) => {
    const name = `${version}.${state.group}`
    const there = state.found.find(({ metadata }) => metadata.name === name)
    const spec = { group: state.group, version, ...priorities }
    if (!there)
      return client.create(APIService, { metadata: { name, labels: { [managedLabel]: 'true' } }, spec }, { signal })
    if (!isManaged(there) || isRight(there, spec)) return undefined
    const { uid, resourceVersion } = there.metadata
    const body = { metadata: { uid, resourceVersion }, spec: { ...local, ...spec } }
    return client.patch(APIService, { name, patch: { type: 'merge', body } }, { signal })
  })
  const left = state.found.filter((each) => isManaged(each) && !versions.includes(each.spec.version ?? ''))
  const deletes = left.map(({ metadata: { name = '', uid } }) => client.delete(APIService, { name }, { uid, signal }))
  await Promise.all(
    [...writes, ...deletes].map((each) => each.catch(passOver('NotFound', 'Conflict', 'AlreadyExists'))),
  )
}

/** As upstream has them for all definitions. */
const priorities = { groupPriorityMinimum: 1000, versionPriority: 100 }
/** What names a server is taken away by. */
const local = { service: null, caBundle: null, insecureSkipTLSVerify: null }

function isRight({ spec }: APIService, wanted: Readonly<Record<string, unknown>>): boolean {
  const stated = Object.entries(spec).filter(([, value]) => value !== undefined)
  return stated.length === Object.keys(wanted).length && stated.every(([key, value]) => wanted[key] === value)
}

async function servedVersions({ client, signal }: OperatorContext, group: string): Promise<readonly string[]> {
  try {
    const answer = await client.request({ method: 'GET', url: `/apis/${group}`, signal })
    const { versions = [] } = JSON.parse(Buffer.from(answer.body).toString()) as {
      readonly versions?: readonly { readonly version: string }[]
    }
    return versions.map(({ version }) => version)
  } catch (error) {
    if (isReason(error, 'NotFound')) return []
    throw error
  }
}
