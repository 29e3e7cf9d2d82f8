/** The error of a server that can't listen, with what a person can do about it. */
export function listenFailure(
  error: NodeJS.ErrnoException,
  place: { readonly host: string; readonly port: number },
): Error {
  const where = `${place.host}:${place.port}`
  const why: Record<string, string> = {
    EADDRINUSE: `port ${place.port} is already in use (${where}): stop what listens there (ss -ltnp 'sport = :${place.port}' names it), or choose another one with --port N; 0 takes a free one`,
    EACCES: `not allowed to listen on ${where}: ports below 1024 need root; choose another one with --port N`,
    EADDRNOTAVAIL: `${place.host} is no address of this machine: choose another one with --bind-address`,
  }
  return new Error(why[error.code ?? ''] ?? `can't listen on ${where}: ${error.message}`, { cause: error })
}
