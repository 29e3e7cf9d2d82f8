/** All targets. */
import type { FuzzTarget } from '../target.js'
import { changes } from './changes.js'
import { definitionTargets } from './definitions.js'
import { readers } from './readers.js'
import { streams } from './streams.js'
import { words } from './words.js'

export const targets: readonly FuzzTarget[] = [...readers, ...changes, ...words, ...definitionTargets, ...streams]
