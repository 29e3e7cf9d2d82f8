/** What the composition root decides for a kubelet. */
import type { ContainerRuntime } from '../../plugins/runtime/contract.js'
import type { NodeSettings } from './node-settings.js'
import type { ServerSettings } from './server/server.js'

export interface KubeletOptions extends NodeSettings {
  readonly runtime: ContainerRuntime
  readonly server: ServerSettings
  /** `v1.36.0+operon`, shown as VERSION. */
  readonly version: string
  /** `control-plane` and the like, shown as ROLES. */
  readonly roles?: readonly string[]
  readonly labels?: Readonly<Record<string, string>>
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[]
  /** The range of its pods' addresses. */
  readonly podCidr?: string
}
