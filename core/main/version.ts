/** What this build says of itself. */
import { timestamp } from '../meta/index.js'

export const operonVersion = '0.1.0'
/** The Kubernetes API that the definitions are of. */
export const kubernetesVersion = { major: '1', minor: '36', patch: '0' } as const

/** The document at `/version`. */
export function versionInfo(now: number): Readonly<Record<string, string>> {
  const { major, minor, patch } = kubernetesVersion
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: '35',
    gitVersion: `v${major}.${minor}.${patch}+operon-${operonVersion}`,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: timestamp(now),
    goVersion: `node ${process.version}`,
    compiler: 'v8',
    platform: `${process.platform}/${process.arch === 'x64' ? 'amd64' : process.arch}`,
  }
}
