/** Finds or makes the bridge of this data directory's pods, and tells ours from others' by an alias. */
import { existsSync } from 'node:fs'
import { mustRun, run } from '../host/command.js'

export interface BridgeOptions {
  readonly ip: string
  readonly mark: string
  readonly dataDir: string
  /** Left out: `operon0`, or the next number that is free. */
  readonly name?: string
}

interface Link {
  readonly ifname: string
  readonly ifalias?: string
}

/** Longest path kept in an alias; the kernel's limit is 255 for the whole. */
const mostPath = 200

/** What every link of a data directory carries; the bridge's has the directory's path besides. */
export function aliasOf(mark: string): string {
  return `operon:${mark}`
}

export function isOurs(link: Link, mark: string): boolean {
  return link.ifalias === aliasOf(mark) || link.ifalias?.startsWith(`${aliasOf(mark)} `) === true
}

/** Answers its name, and whether it was made just now. Throws when the name asked for is somebody else's. */
export async function openBridge(options: BridgeOptions): Promise<{ readonly name: string; readonly isNew: boolean }> {
  const { ip, mark, name } = options
  const bridges = await withoutAbandoned(ip, await listLinks(ip, ['type', 'bridge']))
  const ours = bridges.find((link) => isOurs(link, mark) && (name === undefined || link.ifname === name))
  if (ours) return { name: ours.ifname, isNew: false }
  const taken = new Map((await listLinks(ip, [])).map((link) => [link.ifname, link.ifalias ?? 'somebody else']))
  if (name !== undefined && taken.has(name))
    throw new Error(`the link ${name} belongs to ${taken.get(name)}: choose another name for the bridge`)
  const chosen = name ?? firstFree(taken)
  await mustRun(ip, ['link', 'add', chosen, 'type', 'bridge'])
  await mustRun(ip, ['link', 'set', chosen, 'alias', `${aliasOf(mark)} ${options.dataDir.slice(0, mostPath)}`])
  return { name: chosen, isNew: true }
}

function firstFree(taken: ReadonlyMap<string, unknown>): string {
  let number = 0
  while (taken.has(`operon${number}`)) number++
  return `operon${number}`
}

/** A bridge of Operon's whose data directory is gone, and to which nothing is connected, is nobody's: nothing could ever clean it. */
async function withoutAbandoned(ip: string, bridges: readonly Link[]): Promise<readonly Link[]> {
  const left: Link[] = []
  for (const bridge of bridges) {
    const folder = /^operon:[0-9a-f]{12} (\/.*)$/.exec(bridge.ifalias ?? '')?.[1]
    const isGone = folder !== undefined && folder.length < mostPath && !existsSync(folder)
    if (isGone && (await listLinks(ip, ['master', bridge.ifname])).length === 0)
      await run(ip, ['link', 'del', 'dev', bridge.ifname])
    else left.push(bridge)
  }
  return left
}

/** Links as `ip link show` has them, with their aliases. */
export async function listLinks(ip: string, filter: readonly string[]): Promise<Link[]> {
  const { stdout } = await run(ip, ['-json', 'link', 'show', ...filter])
  return (JSON.parse(stdout.trim() || '[]') as Partial<Link>[]).filter((one): one is Link => one.ifname !== undefined)
}
