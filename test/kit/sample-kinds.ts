/** Kinds for tests that name no real operator: a Fleet owns Ships, and Harbours are watched. */
import type { KindToken, KubeObject, LabelSelectorObject } from '../../core/meta/index.js'

export interface Fleet extends KubeObject {
  spec?: { ships?: number; selector?: LabelSelectorObject; paint?: string }
  status?: { afloat?: number; ready?: boolean; message?: string; observedGeneration?: number }
}

export interface Ship extends KubeObject {
  spec?: { paint?: string }
  status?: { sails?: boolean }
}

const sea = { group: 'sea.example', version: 'v1', namespaced: true }

export const fleets: KindToken<Fleet> = { ...sea, kind: 'Fleet', plural: 'fleets' }
export const ships: KindToken<Ship> = { ...sea, kind: 'Ship', plural: 'ships' }
export const harbours: KindToken<KubeObject> = { ...sea, kind: 'Harbour', plural: 'harbours', namespaced: false }

export function fleet(name: string, count: number, more: Partial<Fleet['metadata']> = {}): Fleet {
  const selector = { matchLabels: { fleet: name } }
  return { metadata: { namespace: 'sea', name, ...more }, spec: { ships: count, selector, paint: 'white' } }
}

export function ship(name: string, labels: Record<string, string> = {}): Ship {
  return { metadata: { namespace: 'sea', name, labels }, spec: { paint: 'white' } }
}
