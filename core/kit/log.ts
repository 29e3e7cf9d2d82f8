/** Structured log lines. Never log a Secret's contents, a token or a key. */
export interface Log {
  debug(message: string, fields?: Fields): void
  info(message: string, fields?: Fields): void
  warn(message: string, fields?: Fields): void
  error(message: string, fields?: Fields): void
  /** A log that adds `fields` to each of its lines. */
  with(fields: Fields): Log
}

export type Fields = Readonly<Record<string, unknown>>
export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

const order: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3 }

/** A log that writes logfmt-like lines of at least `level` to `write`. */
export function lineLog(options: {
  readonly level: LogLevel
  readonly write: (line: string) => void
  readonly now: () => number
  readonly fields?: Fields
}): Log {
  const line = (level: LogLevel) => (message: string, fields?: Fields) => {
    if (order[level] < order[options.level]) return
    const all = Object.entries({ ...options.fields, ...fields }).map(([key, value]) => ` ${key}=${show(value)}`)
    options.write(
      `${new Date(options.now()).toISOString()} ${level.toUpperCase().padEnd(5)} ${message}${all.join('')}\n`,
    )
  }
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    with: (fields) => lineLog({ ...options, fields: { ...options.fields, ...fields } }),
  }
}

/** A log that drops everything. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {}, with: () => silentLog }

function show(value: unknown): string {
  if (value instanceof Error) return JSON.stringify(value.message)
  if (typeof value === 'string') return /^[\w./:@-]+$/.test(value) ? value : JSON.stringify(value)
  return JSON.stringify(value) ?? 'undefined'
}
