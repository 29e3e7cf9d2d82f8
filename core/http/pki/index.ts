/** Keys and certificates of the cluster, and the kubeconfig that carries them. */
export { Authority, type KeyPair, type LeafRequest } from './authority.js'
export { kubeconfigText, writeKubeconfig } from './kubeconfig.js'
