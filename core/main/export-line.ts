/** The line that points kubectl at a cluster, as a person pastes it into a shell. */
export function exportLine(kubeconfig: string): string {
  const isPlain = /^[\w@%+=:,./-]+$/.test(kubeconfig)
  return `export KUBECONFIG=${isPlain ? kubeconfig : `'${kubeconfig.replaceAll("'", `'\\''`)}'`}`
}
