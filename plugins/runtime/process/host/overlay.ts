/** Whether this process can mount an overlay in the data directory: tried once, since no file of the kernel's tells. */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.js'
import { removeTree } from './remove-tree.js'
import { shellQuote as quote } from './shell-quote.js'
import type { Tools } from './tools.js'

/** Cost: three short-lived processes. */
export async function canMountOverlay(tools: Tools, scratch: string, isRoot: boolean): Promise<boolean> {
  const folder = mkdtempSync(join(scratch, 'overlay-'))
  try {
    for (const name of ['lower', 'upper', 'work', 'root']) mkdirSync(join(folder, name))
    const mount = `cd ${quote(folder)} && exec ${tools.mount} -t overlay -o lowerdir=lower,upperdir=upper,workdir=work overlay root`
    const own = isRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount']
    return (await run(tools.unshare, [...own, tools.sh, '-c', mount])).code === 0
  } catch {
    return false
  } finally {
    await removeTree(folder)
  }
}
