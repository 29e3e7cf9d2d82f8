import { execFileSync, spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { describeWith, missing } from '../kit/needs.js'
import { TestServer } from '../kit/server.js'

/** kubectl of other versions, where the machine has them beside its own. */
function otherVersions(): string[] {
  if (missing(['kubectl']).length) return []
  const folder = dirname(realpathSync(execFileSync('sh', ['-c', 'command -v kubectl'], { encoding: 'utf8' }).trim()))
  const versions = ['1.27', '1.28', '1.29', '1.30', '1.31', '1.33']
  return versions.map((version) => join(folder, `kubectl.${version}`)).filter((path) => existsSync(path))
}

describeWith(['kubectl'], 'kubectl', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  const must = (...words: string[]) => server.must(...words)
  const fails = async (...words: string[]) => {
    const { code, err } = await server.kubectl(words)
    expect(code, words.join(' ')).not.to.equal(0)
    return err
  }

  it('lists what every cluster has', async () => {
    const namespaces = await must('get', 'namespaces')
    expect(namespaces).to.match(/^NAME +STATUS +AGE\n/)
    for (const name of ['default', 'kube-node-lease', 'kube-public', 'kube-system']) {
      expect(namespaces).to.match(new RegExp(`^${name} +Active +`, 'm'))
    }
    expect(await must('get', 'sa', '-A')).to.match(/^kube-system +default +/m)
    expect(await must('get', 'clusterroles', 'cluster-admin', 'admin', 'edit', 'view')).to.contain('cluster-admin')
    expect(await must('api-resources')).to.match(/^deployments +deploy +apps\/v1 +true +Deployment$/m)
    expect(await must('api-versions')).to.contain('rbac.authorization.k8s.io/v1')
    expect(await must('version')).to.contain('Server Version: v1.36')
  })

  it('creates, shows, changes and deletes', async () => {
    expect(await must('create', 'configmap', 'one', '--from-literal=a=b')).to.equal('configmap/one created\n')
    expect(await must('get', 'cm', 'one', '-o', 'yaml')).to.contain('data:\n  a: b\n')
    expect(await must('get', 'cm', 'one', '-o', 'jsonpath={.data.a}')).to.equal('b')
    expect(await must('get', 'cm', 'one')).to.match(/^NAME +DATA +AGE\none +1 +/)
    await must('label', 'cm', 'one', 'tier=web')
    await must('annotate', 'cm', 'one', 'note=hello')
    expect(await must('get', 'cm', '-l', 'tier=web', '-o', 'name')).to.equal('configmap/one\n')
    await must('patch', 'cm', 'one', '-p', '{"data":{"c":"d"}}')
    expect(await must('describe', 'cm', 'one')).to.contain('note: hello')
    expect(await must('delete', 'cm', 'one')).to.contain('configmap "one" deleted')
    expect(await fails('get', 'cm', 'one')).to.contain('Error from server (NotFound): configmaps "one" not found')
  })

  it('shows the scale of what can be scaled', async () => {
    await must('create', 'deployment', 'scaled', '--image=x', '--replicas=3')
    expect(await must('get', 'deploy', 'scaled', '--subresource=scale')).to.match(
      /^NAME +DESIRED +AVAILABLE +AGE\nscaled +3 +0 +/,
    )
    await must('delete', 'deployment', 'scaled')
  })

  it('applies, both ways, and tells the difference', async () => {
    const manifest = (value: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: applied\ndata:\n  key: ${value}\n`
    const apply = async (value: string, ...more: string[]) =>
      (await server.kubectl(['apply', '-f', '-', ...more], manifest(value))).out
    expect(await apply('one')).to.equal('configmap/applied created\n')
    expect(await apply('one')).to.equal('configmap/applied unchanged\n')
    expect(await apply('two')).to.equal('configmap/applied configured\n')
    expect((await server.kubectl(['diff', '-f', '-'], manifest('three'))).out).to.contain('+  key: three')
    expect(await apply('two', '--server-side', '--force-conflicts')).to.contain('serverside-applied')
    const other = ['apply', '--server-side', '--field-manager=other', '-f', '-']
    expect((await server.kubectl(other, manifest('four'))).err).to.contain('conflict')
    await must('delete', 'cm', 'applied')
  })

  it('refuses unknown fields as it should', async () => {
    const wrong = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: wrong\ndta:\n  a: b\n'
    const { code, err } = await server.kubectl(['apply', '-f', '-'], wrong)
    expect(code).to.equal(1)
    expect(err).to.contain('unknown field "dta"')
    const warned = await server.kubectl(['apply', '--validate=warn', '-f', '-'], wrong)
    expect([warned.code, warned.err]).to.deep.equal([0, 'Warning: unknown field "dta"\n'])
  })

  it('explains', async () => {
    expect(await must('explain', 'pod.spec.containers.image')).to.match(/FIELD: image <string>/)
  })

  it('pages through long lists', async () => {
    const items = Array.from({ length: 25 }, (_, at) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `page-${at}`, labels: { many: 'yes' } },
    }))
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
    await server.kubectl(['create', '-f', '-'], list)
    const names = await must('get', 'cm', '-l', 'many=yes', '--chunk-size=10', '-o', 'name')
    expect(names.trim().split('\n')).to.have.length(25)
    expect(await must('delete', 'cm', '-l', 'many=yes')).to.contain('"page-24" deleted')
  })

  it('watches', async () => {
    const words = ['--kubeconfig', server.kubeconfig, 'get', 'cm', '-w', '--field-selector=metadata.name=seen']
    const child = spawn('kubectl', words, { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    const until = (text: RegExp) =>
      new Promise<void>((resolve) => {
        const look = (piece: Buffer) => {
          out += piece
          if (text.test(out)) resolve()
        }
        child.stdout.on('data', look)
        look(Buffer.alloc(0))
      })
    const seen = until(/seen .*\n/)
    await must('create', 'cm', 'seen')
    await seen
    const changed = until(/seen +1 .*\n/)
    await must('patch', 'cm', 'seen', '-p', '{"data":{"a":"b"}}')
    await changed
    child.kill()
    expect(out).to.match(/^NAME +DATA +AGE\nseen +0 +\d+s\nseen +1 +\d+s\n/)
  })

  it('knows who one is and what one may do', async () => {
    expect(await must('auth', 'whoami')).to.match(/Groups +\[system:masters system:authenticated\]/)
    expect(await must('auth', 'can-i', 'delete', 'nodes')).to.equal('yes\n')
    const jane = ['--as', 'jane', '--as-group', 'devs']
    expect((await server.kubectl(['auth', 'can-i', 'get', 'pods', ...jane])).out).to.equal('no\n')
    await must('create', 'rolebinding', 'devs', '--clusterrole=view', '--group=devs')
    expect(await must('auth', 'can-i', 'get', 'pods', ...jane)).to.equal('yes\n')
    expect(await fails('get', 'pods', '-n', 'kube-system', ...jane)).to.contain(
      'User "jane" cannot list resource "pods"',
    )
    expect(await must('auth', 'can-i', '--list', ...jane)).to.match(/selfsubjectreviews\.authentication\.k8s\.io/)
  })

  it('makes tokens that kubectl itself can use', async () => {
    await must('create', 'sa', 'robot')
    await must('create', 'rolebinding', 'robot', '--clusterrole=view', '--serviceaccount=default:robot')
    const token = (await must('create', 'token', 'robot', '--duration=10m')).trim()
    const as = ['--kubeconfig=/dev/null', '--server', server.address, '--insecure-skip-tls-verify', '--token', token]
    expect((await server.kubectl(['get', 'cm', ...as])).code).to.equal(0)
    expect((await server.kubectl(['get', 'secrets', ...as])).err).to.contain('forbidden')
    const bad = await server.kubectl(['get', 'cm', ...as.slice(0, -1), `${token.slice(0, -4)}AAAA`])
    expect(bad.err).to.contain('You must be logged in to the server')
  })

  it('can not take away what a cluster stands on', async () => {
    expect(await fails('delete', 'namespace', 'kube-system')).to.contain('this namespace may not be deleted')
    expect(await fails('create', 'cm', 'x', '-n', 'nowhere')).to.contain('namespaces "nowhere" not found')
  })

  for (const path of otherVersions()) {
    it(`of version ${path.split('kubectl.')[1]} gets along too`, async function () {
      this.timeout(120_000)
      const run = (words: readonly string[], input?: string) => server.kubectl(words, input, path)
      const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: old\ndata:\n  a: b\n'
      expect((await run(['apply', '-f', '-'], manifest)).out).to.equal('configmap/old created\n')
      expect((await run(['get', 'cm', 'old', '-o', 'jsonpath={.data.a}'])).out).to.equal('b')
      expect((await run(['get', 'ns'])).out).to.match(/^kube-system +Active/m)
      expect((await run(['api-resources'])).out).to.contain('deployments')
      expect((await run(['explain', 'configmap.data'])).out).to.match(/data/i)
      expect((await run(['delete', 'cm', 'old'])).code).to.equal(0)
    })
  }
})
