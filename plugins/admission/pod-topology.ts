/** Tells a pod that is made for a node where that is, as its labels (upstream's PodTopologyLabels); a binding tells the others (plugins/subresource/binding.ts). */
import type { AdmissionPlugin } from '../../core/admission/contract.js'
import type { Pod } from '../../crds/generated/tokens.js'
import { placeOf } from '../kit/place-of.js'

export const podTopology: AdmissionPlugin = {
  name: 'pod-topology',
  views: ['nodes'],
  complete: true,
  admits: ({ operation, plural, group, subresource, object }) =>
    operation === 'CREATE' &&
    plural === 'pods' &&
    group === '' &&
    subresource === '' &&
    Boolean((object as Pod | undefined)?.spec?.nodeName),
  mutate({ object }, context) {
    const pod = object as Pod
    const labels = placeOf(context.view('nodes').get('', pod.spec?.nodeName ?? ''))
    if (Object.keys(labels).length > 0) pod.metadata.labels = { ...pod.metadata.labels, ...labels }
  },
}
