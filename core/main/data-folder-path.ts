import { resolve } from 'node:path'
import type { Configuration } from './settings.js'

/** Absolute path of the data directory, whether or not it is there. */
export const dataFolderPath = (configuration: Configuration): string =>
  resolve(configuration.text('data-dir') ?? '.operon')
