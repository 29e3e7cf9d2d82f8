/** Tells a pod that is made for a node where that is, as its labels (upstream's PodTopologyLabels); a binding tells the others (plugins/subresource/binding.ts). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import type { Pod } from '../../crds/generated/tokens.js'
import { placeOf } from '../kit/place-of.js'

export const podTopology: AdmissionPlugin = {
  name: 'pod-topology',
  views: ['nodes'],
  complete: true,
  admits: ({ operation, plural, group, subresource }) =>
    operation === 'CREATE' && plural === 'pods' && group === '' && subresource === '',
  mutate({ object }, context) {
    const pod = object as Pod
    const node = pod.spec?.nodeName
    if (!node) return
    const labels = placeOf(context.view('nodes').get('', node))
    if (Object.keys(labels).length > 0) pod.metadata.labels = { ...pod.metadata.labels, ...labels }
  },
}
