/** Leaves out the admission plugins that a setting names. */
import type { ServerPlugins } from '../server.js'
import type { Configuration } from './settings.js'
import { UsageError } from './usage-error.js'

/** Throws UsageError for a name that no plugin has. */
export function withoutDisabled(configuration: Configuration, plugins: ServerPlugins): ServerPlugins {
  const said = configuration.text('disable-admission-plugins') ?? ''
  const disabled = new Set(said.split(',').filter((name) => name !== ''))
  if (disabled.size === 0) return plugins
  const known = [...new Set(plugins.admission.map(({ name }) => name))]
  const stranger = [...disabled].find((name) => !known.includes(name))
  if (stranger !== undefined) {
    throw new UsageError(`--disable-admission-plugins takes names of ${known.join(', ')}, not "${stranger}"`)
  }
  return { ...plugins, admission: plugins.admission.filter(({ name }) => !disabled.has(name)) }
}
