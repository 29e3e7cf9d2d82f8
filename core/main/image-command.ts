/** `operon image load|list|pull`: the images that pods of this machine can use. */
import { existsSync } from 'node:fs'
import { listImages, loadImage, pullImage } from '../../plugins/runtime/process/index.js'
import { dataFolderPath } from './data-folder-path.js'
import type { Configuration } from './settings.js'
import { StartError, UsageError } from './usage-error.js'

export async function imageCommand(configuration: Configuration): Promise<number> {
  const folder = dataFolderPath(configuration)
  const [word, ...words] = configuration.words
  switch (word) {
    case 'load':
      return load(folder, one(words, 'operon image load FILE'))
    case 'pull':
      return pull(folder, one(words, 'operon image pull REFERENCE'))
    case 'list':
    case undefined:
      return list(folder)
    default:
      throw new UsageError(`\`operon image\` knows load, list and pull, not "${word}"`)
  }
}

function one(words: readonly string[], usage: string): string {
  if (words.length !== 1 || !words[0]) throw new UsageError(`usage: ${usage}`)
  return words[0]
}

async function load(folder: string, path: string): Promise<number> {
  if (!existsSync(path)) throw new StartError(`there is no file or folder ${path}`)
  await loadImage(folder, path, { onProgress: console.log })
  return 0
}

async function pull(folder: string, reference: string): Promise<number> {
  const id = await pullImage(folder, reference, { onProgress: console.log })
  console.log(`pulled ${reference} (${short(id)})`)
  return 0
}

function list(folder: string): number {
  const rows = listImages(folder).flatMap(({ id, tags, sizeBytes }) =>
    (tags.length > 0 ? tags : ['<none>']).map((tag) => [tag, short(id), `${(sizeBytes / 1e6).toFixed(1)} MB`]),
  )
  const all = [['REFERENCE', 'ID', 'SIZE'], ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]
  const widths = [0, 1].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)) + 3)
  for (const [reference = '', id = '', size = ''] of all)
    console.log(`${reference.padEnd(widths[0] ?? 0)}${id.padEnd(widths[1] ?? 0)}${size}`)
  return 0
}

const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12)
