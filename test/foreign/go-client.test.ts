/** Go's own client as a stranger: its bytes, typed calls in protobuf, a controller-runtime operator, and client-go inside a pod. Built from `go/` where Go and its modules can be had. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { yamlReader, writeYaml } from '../../core/funnel/yaml.js'
import { readJson, writeJson } from '../../core/kit/index.js'
import { decodeObject, loadBuiltIns, wholeTypes } from '../../core/schema/index.js'
import { decodeProtobuf, encodeProtobuf } from '../../core/schema/protobuf/index.js'
import { root } from '../architecture/source-files.js'
import { Cluster } from '../kit/cluster.js'
import { describeWith } from '../kit/needs.js'
import { processNeeds } from '../kit/process-runtime.js'
import { TestServer } from '../kit/server.js'
import { Team } from '../kit/team.js'
import { runProgram, saidBy } from './run-program.js'

const source = join(root, 'test/foreign/go')
const go = ['go', '/usr/local/go/bin/go'].find((path) => spawnSync(path, ['version']).status === 0)
const group = go
  ? describe
  : (title: string, tests: (this: Mocha.Suite) => void) => describe.skip(`${title} (left out: there is no go)`, tests)

/** In one order of members, without empty lists: protobuf knows none, which Go takes for the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const there = Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0))
  const entries = there.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

function firstDifference(wanted: string, found: string): string {
  let at = 0
  while (wanted[at] === found[at]) at++
  const part = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `wanted ...${part(wanted)}..., was ...${part(found)}...`
}

group('a foreign client: Go', function () {
  // The first build on a machine takes two minutes of two quiet cores.
  this.timeout(15 * 60_000)
  let folder: string
  let program: string

  before(async function () {
    folder = mkdtempSync(join(tmpdir(), 'operon-go-'))
    program = join(folder, 'foreign')
    const download = await runProgram(String(go), ['mod', 'download'], { cwd: source })
    if (download.code !== 0) {
      console.log(`left out: Go's modules can't be had here: ${download.err.split('\n')[0]}`)
      return this.skip()
    }
    const { code, err } = await runProgram(String(go), ['build', '-o', program, '.'], { cwd: source })
    expect([code, err]).to.deep.equal([0, ''])
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** What a part of the program says. */
  // biome-ignore lint/suspicious/noExplicitAny: each part says something else
  const said = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<any> =>
    saidBy(program, words, { env })

  it('its bytes are read as what they mean, and ours by it, for random objects of every kind', async () => {
    const builtIns = loadBuiltIns(new URL('../../crds/generated/', import.meta.url))
    const typeOf = wholeTypes(() => builtIns.definitions, builtIns.types)
    await said(['generate', folder, process.env['OPERON_TEST_SEED'] ?? '4'])
    const read = new Set<string>()
    const unlike: string[] = []
    let inYaml = 0
    const { read: readYaml } = await yamlReader()
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.pb'))) {
      const [groupName = '', version = '', kind = ''] = file.split('_')
      const apiVersion = groupName ? `${groupName}/${version}` : version
      const type = typeOf(apiVersion, kind)
      if (!type) continue
      const object = decodeProtobuf(readFileSync(join(folder, file)), typeOf)
      const name = join(folder, file.slice(0, -3))
      writeFileSync(`${name}.json`, writeJson(object))
      writeFileSync(`${name}.yaml`, await writeYaml(object))
      writeFileSync(`${name}.back`, encodeProtobuf(object as Parameters<typeof encodeProtobuf>[0], type))
      read.add(`${groupName}/${kind}`)
      const served = builtIns.definitions.find((each) => each.group === groupName && each.names.kind === kind)
      const at = served?.versions.find((each) => each.name === version)
      if (!at) continue
      const text = (form: string) => readFileSync(`${name}.${form}`, 'utf8')
      const decoded = (body: unknown) => writeJson(sorted(decodeObject(at, body).object))
      const wanted = decoded(decodeProtobuf(readFileSync(join(folder, file)), typeOf))
      const compareWith = (body: unknown, form: string) => {
        const found = decoded(body)
        if (found !== wanted) unlike.push(`${file} from ${form}: ${firstDifference(wanted, found)}`)
      }
      compareWith(readJson(text('gojson')), 'JSON')
      if (!existsSync(`${name}.goyaml`)) continue
      inYaml++
      compareWith(readYaml(text('goyaml')), 'YAML')
    }
    const { compared, different } = await said(['compare', folder])
    expect(different.join('\n')).to.equal('')
    expect(unlike.join('\n')).to.equal('')
    expect(inYaml).to.be.greaterThan(20)
    expect(compared).to.be.greaterThan(3 * 60)
    const unread = builtIns.definitions
      .map(({ group: groupName, names }) => `${groupName}/${names.kind}`)
      .filter((kind) => !read.has(kind))
    // Go's client keeps these in modules of their own.
    const elsewhere = /^(apiextensions\.k8s\.io|apiregistration\.k8s\.io)\//
    expect(unread.filter((kind) => !elsewhere.test(kind))).to.deep.equal([])
  })

  describeWith([...processNeeds, 'kubectl'], 'inside a pod', () => {
    let team: Team
    before(async () => (team = await Team.start()))
    after(() => team?.remove())

    it('finds the API by its in-cluster configuration, and is who its ServiceAccount is', () => {
      const told = team.outputOf('go', [program, 'inside', 'team'], [folder])
      expect(JSON.parse(told)).to.deep.equal(['system:serviceaccount:team:reader', true, true])
    })
  })

  describe('what conformance checks ask, against a whole cluster', () => {
    let cluster: Cluster
    before(async () => {
      const fake = ['--runtime', 'fake', '--no-node', '--fake-nodes', '3']
      cluster = await Cluster.start([...fake, '--bind-address', '0.0.0.0'])
    })
    after(() => cluster?.remove())

    it('is answered as upstream answers', async () => {
      const answers: readonly { name: string; error?: string }[] = await said(['conform'], {
        KUBECONFIG: join(cluster.folder, 'kubeconfig'),
      })
      expect(answers.flatMap(({ name, error }) => (error ? [`${name}: ${error}`] : []))).to.deep.equal([])
      expect(answers).to.have.lengthOf.greaterThan(130)
    })
  })

  describe('against a server', () => {
    let server: TestServer
    before(async () => (server = await TestServer.start()))
    after(() => server?.stop())

    it('many kinds live their lives in protobuf, and each refusal is understood', async () => {
      const { kinds, refused } = await said(['session'], { KUBECONFIG: server.kubeconfig })
      expect(kinds).to.have.lengthOf.greaterThan(15)
      expect(refused).to.deep.equal({ notFound: true, alreadyExists: true, conflict: true, invalid: true })
    })

    it('every document of OpenAPI v3 says the same in protobuf as in JSON', async () => {
      const { documents, differing } = await said(['openapi'], { KUBECONFIG: server.kubeconfig })
      expect(documents).to.be.greaterThan(20)
      expect(differing).to.deep.equal([])
    })

    it('webhooks of controller-runtime change and refuse objects', async () => {
      expect(await said(['hooks'], { KUBECONFIG: server.kubeconfig })).to.deep.equal({
        by: 'admin',
        refused: 'admission webhook "validate.example.com" denied the request: not this one',
      })
      const path = '/apis/admissionregistration.k8s.io/v1'
      for (const kind of ['mutating', 'validating'])
        await server.ask(`${path}/${kind}webhookconfigurations/foreign`, { method: 'DELETE' })
    })

    it('an operator of controller-runtime is elected, follows its objects, and lets them go', async () => {
      expect(await said(['operate'], { KUBECONFIG: server.kubeconfig })).to.equal("a wish's whole life")
    })
  })
})
