/** The part of core/v1 Volume that the kubelet mounts. A source that has no field here is unsupported. */
import type { ResourceFieldRef } from './container.js'

export interface VolumeSpec {
  name: string
  configMap?: ConfigMapSource
  secret?: { secretName?: string; items?: KeyToPath[]; defaultMode?: number; optional?: boolean }
  emptyDir?: { medium?: string; sizeLimit?: string }
  hostPath?: { path: string; type?: string | null }
  downwardAPI?: { items?: DownwardItem[]; defaultMode?: number }
  projected?: { sources?: ProjectedSource[] | null; defaultMode?: number }
}

export interface KeyToPath {
  key: string
  path: string
  mode?: number
}

export interface ConfigMapSource {
  name?: string
  items?: KeyToPath[]
  defaultMode?: number
  optional?: boolean
}

export interface DownwardItem {
  path: string
  mode?: number
  fieldRef?: { fieldPath: string }
  resourceFieldRef?: ResourceFieldRef
}

export interface ProjectedSource {
  configMap?: ConfigMapSource
  secret?: { name?: string; items?: KeyToPath[]; optional?: boolean }
  downwardAPI?: { items?: DownwardItem[] }
  serviceAccountToken?: { audience?: string; expirationSeconds?: number; path: string }
}
