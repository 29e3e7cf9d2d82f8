/** Views that plugins have declared: opened before the server is ready, then looked up by `group/plural`. */
import type { View } from '../admission/index.js'
import type { CommitLog } from '../watch/index.js'

export interface Views {
  /** Throws for a kind that nobody declared. */
  view(groupPlural: string): View
}

/** Opens a View for each name, once. */
export async function openViews(log: CommitLog, declared: Iterable<string>): Promise<Views> {
  const views = new Map<string, View>()
  await Promise.all(
    [...new Set(declared)].map(async (name) =>
      views.set(
        name,
        await log.view(`${name.startsWith('/') ? `core${name}` : name.includes('/') ? name : `core/${name}`}/`),
      ),
    ),
  )
  return {
    view: (groupPlural) => {
      const view = views.get(groupPlural)
      if (!view) throw new Error(`a plugin asks for a View of ${groupPlural}, which it did not declare`)
      return view
    },
  }
}
