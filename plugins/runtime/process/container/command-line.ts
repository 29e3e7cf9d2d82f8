/** A container's command and environment, from its configuration and its image's. */
import { type ContainerConfig, RuntimeError } from '../../contract.js'
import type { ImageConfig } from './image-root.js'

/** The path of a container whose image sets none. */
const standardPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Kubernetes' rule: `command` replaces the entrypoint and drops the image's arguments, `args` alone keeps the entrypoint. */
export function commandOf(config: ContainerConfig, image: ImageConfig): readonly string[] {
  const entry = config.command.length ? config.command : image.entrypoint
  const args = config.args.length || config.command.length ? config.args : image.cmd
  const words = [...entry, ...args]
  if (words.length === 0) throw new RuntimeError('CreateContainerError', 'no command specified')
  return words
}

/** Later ones win; PATH, HOME, HOSTNAME and, with a terminal, TERM are there unless set. */
export function environmentOf(
  config: ContainerConfig,
  image: ImageConfig,
  home: string,
  hostname: string,
): { name: string; value: string }[] {
  const env = new Map<string, string>([
    ['PATH', standardPath],
    ['HOSTNAME', hostname],
    ...(config.tty ? ([['TERM', 'xterm']] as const) : []),
  ])
  for (const line of image.env) {
    const at = line.indexOf('=')
    env.set(at < 0 ? line : line.slice(0, at), at < 0 ? '' : line.slice(at + 1))
  }
  for (const { name, value } of config.env) env.set(name, value)
  if (!env.has('HOME')) env.set('HOME', home)
  return [...env].map(([name, value]) => ({ name, value }))
}
