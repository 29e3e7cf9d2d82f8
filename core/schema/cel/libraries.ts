/** Every function and operator that rules may use. */
import { arithmetic } from './library/arithmetic.js'
import { authorization } from './library/authorization.js'
import { conversions } from './library/conversions.js'
import { formats } from './library/formats.js'
import { jsonPatches } from './library/json-patches.js'
import { listExtensions } from './library/list-extensions.js'
import { lists } from './library/lists.js'
import { network } from './library/network.js'
import { optionals } from './library/optionals.js'
import { quantities } from './library/quantities.js'
import { regexes } from './library/regexes.js'
import { relations } from './library/relations.js'
import { semvers } from './library/semvers.js'
import { sets } from './library/sets.js'
import { strings } from './library/strings.js'
import { times } from './library/times.js'
import { urls } from './library/urls.js'
import type { Overload } from './signature.js'

export const libraries = (): readonly Overload[] => [
  ...arithmetic,
  ...authorization,
  ...conversions,
  ...formats,
  ...jsonPatches,
  ...listExtensions,
  ...lists,
  ...network,
  ...optionals,
  ...quantities,
  ...regexes,
  ...relations,
  ...semvers,
  ...sets,
  ...strings,
  ...times,
  ...urls,
]
