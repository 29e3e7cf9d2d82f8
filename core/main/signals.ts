/** Resolves at the first SIGINT or SIGTERM, or when the terminal is closed (SIGHUP); a second one ends the process at once, with `lastWords` on standard error. */
export function untilSignal(lastWords = ''): Promise<void> {
  survivesItsTerminal()
  return new Promise((resolve) => {
    let asked = 0
    const onSignal = () => {
      if (++asked > 1) {
        if (lastWords) process.stderr.write(`${lastWords}\n`)
        process.exit(130)
      }
      resolve()
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
    // Closing a terminal sends it more than once (the shell, then the kernel): it never asks for an end at once.
    process.on('SIGHUP', () => resolve())
  })
}

/** What is said after the terminal has gone is lost; the process must not be lost with it. */
export function survivesItsTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}
