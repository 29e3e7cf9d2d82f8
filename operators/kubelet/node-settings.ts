/** What the kubelet is told about its node, its folders and the API: decided by the composition root. */
export interface NodeSettings {
  readonly nodeName: string
  /** Absolute folder of pods' volumes and files. */
  readonly rootDirectory: string
  /** Absolute folder below which each pod gets a folder for its logs. */
  readonly logRoot: string
  /** Of the node, in order of preference. */
  readonly addresses: readonly string[]
  /** Where pods find the API: an address that their network reaches and that the API's certificate names. */
  readonly apiServer: { readonly host: string; readonly port: number }
  /** Address of the cluster's name server; left out: pods with dnsPolicy ClusterFirst get the host's. */
  readonly clusterDns?: string
  /** `cluster.local` */
  readonly clusterDomain: string
}
