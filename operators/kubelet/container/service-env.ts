/** Where a pod finds the API: the variables that clients in a cluster look for (names from upstream's service environment). */
export function serviceEnv({ host, port }: { readonly host: string; readonly port: number }): Record<string, string> {
  const url = `tcp://${host.includes(':') ? `[${host}]` : host}:${port}`
  const prefix = `KUBERNETES_PORT_${port}_TCP`
  return {
    KUBERNETES_SERVICE_HOST: host,
    KUBERNETES_SERVICE_PORT: String(port),
    KUBERNETES_SERVICE_PORT_HTTPS: String(port),
    KUBERNETES_PORT: url,
    [prefix]: url,
    [`${prefix}_PROTO`]: 'tcp',
    [`${prefix}_PORT`]: String(port),
    [`${prefix}_ADDR`]: host,
  }
}
