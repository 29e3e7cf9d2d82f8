/** The way between versions that a definition names, by the plugin that answers it. */
import type { ConversionPlugin, Guarded } from '../registry/index.js'
import type { Conversion, CustomHead } from '../schema/index.js'

export interface ConversionParts {
  readonly conversions: readonly ConversionPlugin[]
  readonly guarded: Guarded
}

/** Undefined: no plugin answers it. */
export function conversionOf(
  { metadata: { annotations = {} }, spec: { conversion, group }, status }: CustomHead,
  { conversions, guarded }: ConversionParts,
): Conversion | undefined {
  const kind = status?.acceptedNames?.kind ?? ''
  const { strategy = 'None' } = conversion ?? {}
  for (const plugin of conversions) {
    const { annotation } = plugin
    if (plugin.strategy === strategy) return plugin.open({ conversion, group, kind }, { guarded })
    if (strategy === 'None' && annotation && Object.hasOwn(annotations, annotation))
      return plugin.open({ conversion: annotations[annotation], group, kind }, { guarded })
  }
  return undefined
}
