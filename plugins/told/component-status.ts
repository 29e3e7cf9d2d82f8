/** Tells the ComponentStatuses: the store, the scheduler, and the other operators together, under upstream's names. */
import type { TellerPlugin } from '../../core/registry/contract.js'
import type { KubeObject } from '../../core/meta/index.js'
import { ComponentStatus, Lease } from '../../crds/generated/tokens.js'

export interface ComponentParts {
  /** What is wrong with the store; undefined: nothing. */
  readonly storeFault: () => string | undefined
  /** Of the operators that this API has started: what is wrong with their process, '' for nothing, undefined for operators that it has not. */
  readonly operatorFault: (operator: 'scheduler' | 'others') => string | undefined
}

type Context = Parameters<TellerPlugin['tell']>[0]

/** Who holds one of these leases does the component's work; upstream's names, and those of Operon's operators. */
const leasesOf = {
  'controller-manager': ['kube-controller-manager', 'garbage-collector', 'deployment'],
  scheduler: ['kube-scheduler', 'scheduler'],
} as const

/** Operators in other processes are judged by the leases that they hold: nobody can ask them. */
export function componentStatuses({ storeFault, operatorFault }: ComponentParts): TellerPlugin {
  const { group, plural } = ComponentStatus
  const faults: Readonly<Record<string, (context: Context) => Promise<string | undefined>>> = {
    'controller-manager': async (context) =>
      operatorFault('others') ?? leaseFault(context, leasesOf['controller-manager']),
    'etcd-0': async () => storeFault(),
    scheduler: async (context) => operatorFault('scheduler') ?? leaseFault(context, leasesOf.scheduler),
  }
  const tell: TellerPlugin['tell'] = (context, name) => {
    const asked = Object.keys(faults).filter((each) => !name || each === name)
    return Promise.all(asked.map(async (each) => statusOf(each, (await faults[each]!(context)) ?? '')))
  }
  return { group, plural, tell }
}

function statusOf(name: string, fault: string): KubeObject {
  const found = fault ? { status: 'False', error: fault } : { status: 'True', message: 'ok' }
  return {
    kind: ComponentStatus.kind,
    apiVersion: ComponentStatus.version,
    metadata: { name },
    conditions: [{ type: 'Healthy', ...found }],
  }
}

async function leaseFault({ guarded, now }: Context, names: readonly string[]): Promise<string | undefined> {
  const leases = await guarded.list(`${Lease.group}/${Lease.plural}`, 'kube-system', '')
  const isHeld = leases.some((lease) => names.includes(lease.metadata.name ?? '') && holds(lease, now()))
  return isHeld ? undefined : `nobody holds its lease in kube-system (${names.join(', ')})`
}

function holds({ spec }: KubeObject, nowMs: number): boolean {
  const {
    holderIdentity,
    renewTime,
    leaseDurationSeconds = 0,
  } = (spec ?? {}) as {
    readonly holderIdentity?: string
    readonly renewTime?: string
    readonly leaseDurationSeconds?: number
  }
  return Boolean(holderIdentity) && Date.parse(renewTime ?? '') + leaseDurationSeconds * 1000 >= nowMs
}
