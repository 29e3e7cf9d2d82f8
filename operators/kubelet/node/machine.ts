/** Facts of this machine, from the kernel. */
import { readFile, statfs } from 'node:fs/promises'
import { arch, cpus, hostname, release, totalmem } from 'node:os'

export interface Machine {
  readonly hostname: string
  readonly capacity: Readonly<Record<'cpu' | 'memory' | 'ephemeral-storage' | 'pods', string>>
  readonly nodeInfo: Readonly<Record<string, string>>
}

/** What is left of what pods can use up, in parts of the whole or bytes. */
export interface Pressure {
  readonly memoryAvailableBytes: number
  readonly diskFreePart: number
  readonly inodesFreePart: number
  readonly pidsFreePart: number
}

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'arm', ia32: '386' }

/** `rootDirectory` stands on the file system whose size is the node's ephemeral storage. */
export async function readMachine(rootDirectory: string): Promise<Machine> {
  const disk = await statfs(rootDirectory)
  const release_ = await text('/etc/os-release')
  return {
    hostname: hostname(),
    capacity: {
      cpu: String(cpus().length),
      memory: `${Math.floor(totalmem() / 1024)}Ki`,
      'ephemeral-storage': `${Math.floor((disk.blocks * disk.bsize) / 1024)}Ki`,
      pods: '110',
    },
    nodeInfo: {
      architecture: architectures[arch()] ?? arch(),
      bootID: await text('/proc/sys/kernel/random/boot_id'),
      kernelVersion: release(),
      machineID: await text('/etc/machine-id'),
      operatingSystem: 'linux',
      osImage: /^PRETTY_NAME="?([^"\n]*)/m.exec(release_)?.[1] ?? 'Linux',
      systemUUID: (await text('/sys/class/dmi/id/product_uuid')) || (await text('/etc/machine-id')),
    },
  }
}

/** Cost: three small reads. */
export async function readPressure(rootDirectory: string): Promise<Pressure> {
  const [memory, load, most, disk] = await Promise.all([
    text('/proc/meminfo'),
    text('/proc/loadavg'),
    text('/proc/sys/kernel/pid_max'),
    statfs(rootDirectory),
  ])
  const available = Number(/^MemAvailable:\s+(\d+)/m.exec(memory)?.[1] ?? Number.POSITIVE_INFINITY)
  const tasks = Number(/\/(\d+)/.exec(load)?.[1] ?? 0)
  return {
    memoryAvailableBytes: available * 1024,
    diskFreePart: disk.blocks ? disk.bavail / disk.blocks : 1,
    inodesFreePart: disk.files ? disk.ffree / disk.files : 1,
    pidsFreePart: 1 - tasks / (Number(most) || 4_194_304),
  }
}

async function text(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).trim()
}
