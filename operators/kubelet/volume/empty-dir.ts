/** emptyDir volumes: a folder, or memory as root. */
import { chmod, chown, mkdir } from 'node:fs/promises'
import { parseQuantity, quantityValue } from '../../../core/meta/index.js'
import { isRoot, mountTmpfs, mountsBelow } from './mounting.js'

/** Not ideal: without root, medium Memory is a folder like any other; `sizeLimit` holds for memory only. */
export async function prepareEmptyDir(
  path: string,
  source: { readonly medium?: string; readonly sizeLimit?: string },
  group: number | undefined,
): Promise<void> {
  const { medium = '', sizeLimit } = source
  if (medium && medium !== 'Memory') throw new Error(`emptyDir medium "${medium}" is not supported`)
  await mkdir(path, { recursive: true })
  if (medium && isRoot() && !(await mountsBelow(path)).includes(path)) {
    await mountTmpfs(path, sizeLimit ? { sizeBytes: quantityValue(parseQuantity(sizeLimit)) } : {})
  }
  if (group !== undefined && isRoot()) await chown(path, -1, group)
  await chmod(path, group === undefined ? 0o777 : 0o2777)
}
