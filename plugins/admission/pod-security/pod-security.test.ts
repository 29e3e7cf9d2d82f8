import { expect } from 'chai'
import { detailed, type Level, violations } from './checks.js'
import { podView } from './pod-view.js'
import { labelErrors, policyOf, written } from './policy.js'

const latest = Number.POSITIVE_INFINITY
const told = (spec: object, level: Level = 'baseline', minor = latest, annotations = {}) =>
  detailed(violations({ level, minor }, podView({ annotations }, spec)))
const container = (securityContext: object = {}, more: object = {}) => ({ name: 'a', securityContext, ...more })
const hardened = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [container({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } })],
}

describe('pod security', () => {
  it('lets everything be at level privileged, and a hardened pod at each', () => {
    expect(told({ hostNetwork: true, containers: [container({ privileged: true })] }, 'privileged')).to.equal('')
    for (let minor = 0; minor <= 37; minor++) expect(told(hardened, 'restricted', minor), `v1.${minor}`).to.equal('')
  })

  const baseline: readonly (readonly [object, string])[] = [
    [{ hostPID: true, hostNetwork: true }, 'host namespaces (hostNetwork=true, hostPID=true)'],
    [
      { containers: [container({ privileged: true })] },
      'privileged (container "a" must not set securityContext.privileged=true)',
    ],
    [{ volumes: [{ name: 'v', hostPath: { path: '/' } }] }, 'hostPath volumes (volume "v")'],
    [{ containers: [container({}, { ports: [{ hostPort: 80 }] })] }, 'hostPort (container "a" uses hostPort 80)'],
    [
      { initContainers: [container({ capabilities: { add: ['NET_RAW', 'CHOWN'] } })] },
      'non-default capabilities (container "a" must not include "NET_RAW" in securityContext.capabilities.add)',
    ],
    [{ securityContext: { sysctls: [{ name: 'kernel.msgmax' }] } }, 'forbidden sysctls (kernel.msgmax)'],
    [
      { securityContext: { seLinuxOptions: { type: 'x', user: 'u' } } },
      'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "x"; user may not be set)',
    ],
    [
      { ephemeralContainers: [container({ seccompProfile: { type: 'Unconfined' } })] },
      'seccompProfile (container "a" must not set securityContext.seccompProfile.type to "Unconfined")',
    ],
    [
      { containers: [container({ procMount: 'Unmasked' })] },
      'procMount (container "a" must not set securityContext.procMount to "Unmasked")',
    ],
  ]
  for (const [spec, words] of baseline) it(`baseline: ${words}`, () => expect(told(spec)).to.equal(words))

  it('restricted tells all that a plain pod lacks, baseline first and what it covers left out', () => {
    const spec = { containers: [container()], volumes: [{ name: 'v', hostPath: { path: '/' } }], hostIPC: true }
    expect(told(spec, 'restricted')).to.equal(
      'host namespaces (hostIPC=true), ' +
        'allowPrivilegeEscalation != false (container "a" must set securityContext.allowPrivilegeEscalation=false), ' +
        'unrestricted capabilities (container "a" must set securityContext.capabilities.drop=["ALL"]), ' +
        'restricted volume types (volume "v" uses restricted volume type "hostPath"), ' +
        'runAsNonRoot != true (pod or container "a" must set securityContext.runAsNonRoot=true), ' +
        'seccompProfile (pod or container "a" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    )
  })

  it('checks each version as it was', () => {
    const sysctl = { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem' }] } }
    expect(told(sysctl, 'baseline', 31)).to.equal('forbidden sysctls (net.ipv4.tcp_rmem)')
    expect(told(sysctl, 'baseline', 32)).to.equal('')
    const annotated = { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' }
    expect(told({}, 'baseline', 18, annotated)).to.contain('forbidden annotation')
    expect(told({}, 'baseline', 19, annotated)).to.equal('')
    expect(told({ ...hardened, os: { name: 'windows' }, containers: [container()] }, 'restricted', 25)).to.equal('')
  })

  it('reads labels: warning of what is enforced where nothing else is said', () => {
    const policy = (labels: Record<string, string>) => {
      const { enforce, warn } = policyOf(
        Object.fromEntries(Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value])),
      )
      return `${written(enforce)} ${written(warn)}`
    }
    expect(policy({})).to.equal('privileged:latest privileged:latest')
    expect(policy({ enforce: 'baseline', 'enforce-version': 'v1.30' })).to.equal('baseline:v1.30 baseline:v1.30')
    expect(policy({ enforce: 'baseline', warn: 'restricted' })).to.equal('baseline:latest restricted:latest')
    expect(policy({ enforce: 'baseline', 'warn-version': 'v1.2' })).to.equal('baseline:latest baseline:v1.2')
    expect(policy({ enforce: 'x', warn: 'y' })).to.equal('restricted:latest privileged:latest')
    expect(labelErrors({ 'pod-security.kubernetes.io/warn-version': '1.2' })).to.deep.equal([
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: "1.2": must be "latest" or "v1.x"',
        field: 'metadata.labels[pod-security.kubernetes.io/warn-version]',
      },
    ])
  })
})
