import type { KubeObject } from '../../core/meta/index.js'
import type { PodTemplate } from './kinds.js'
import type { Pod } from './kinds.js'

/** A pod as a controller creates it from its template, named `<parent>-<five random characters>`. It shares the template's parts: read only. */
export function podFromTemplate(parent: KubeObject, template: PodTemplate): Pod {
  const { labels, annotations, finalizers } = template.metadata ?? {}
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: `${parent.metadata.name}-`,
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(finalizers ? { finalizers } : {}),
    },
    spec: template.spec as Pod['spec'],
  }
}
