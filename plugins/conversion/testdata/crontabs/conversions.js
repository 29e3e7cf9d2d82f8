// Functions of a package: v1beta1 has one `hostPort`, v1 has `host` and `port`.
export function crontab(object, apiVersion) {
  const { spec, ...rest } = object
  if (apiVersion.endsWith('/v1')) {
    const [host, port] = spec.hostPort.split(':')
    return { ...rest, spec: { host, port } }
  }
  return { ...rest, spec: { hostPort: `${spec.host}:${spec.port}` } }
}

export async function failing() {
  throw new Error('no such port')
}

export function spinning() {
  for (;;);
}

export function nothing() {}

export function renaming(object) {
  return { ...object, metadata: { ...object.metadata, name: 'other' } }
}

export function ending() {
  process.exit(3)
}
