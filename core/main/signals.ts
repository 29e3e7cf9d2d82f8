/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, with `lastWords` on standard error. */
export function untilSignal(lastWords = ''): Promise<void> {
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
  })
}
