/**
 * Java's clients as strangers: fabric8's (which watches over WebSocket) with the Java operator SDK, and the official one. Compiled
 * by javac from `java/src` when asked for (OPERON_TEST_JAVA=1): the jars are some 120 MB the first time, then it takes half a minute.
 * Last seen whole on 2026-11-22 with fabric8 7.9.0, operator-framework 5.2.3, client-java 25.0.0, Java 17.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { kubeconfigText } from '../../core/http/index.js'
import { root } from '../architecture/source-files.js'
import { describeWith } from '../kit/needs.js'
import type { NodeWorld } from '../kit/node-world.js'
import { startWebPod } from '../kit/web-pod.js'
import { runProgram, saidBy } from './run-program.js'

const asked = process.env['OPERON_TEST_JAVA'] === '1'
const hasJava = asked && ['mvn', 'javac'].every((tool) => spawnSync(tool, ['-version']).status === 0)
const reason = asked ? 'there is no mvn or javac' : 'asked for by OPERON_TEST_JAVA=1'
const group = hasJava
  ? describe
  : (title: string, tests: (this: Mocha.Suite) => void) => describe.skip(`${title} (left out: ${reason})`, tests)

group('foreign clients: Java', function () {
  this.timeout(15 * 60_000)
  const source = join(root, 'test/foreign/java')
  let folder: string
  let classes: string

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'operon-java-'))
    const list = join(folder, 'jars')
    const resolve = [
      '-q',
      '-B',
      '-f',
      join(source, 'pom.xml'),
      'dependency:build-classpath',
      `-Dmdep.outputFile=${list}`,
    ]
    const resolved = await runProgram('mvn', resolve)
    expect(resolved.code, resolved.out).to.equal(0)
    const jars = readFileSync(list, 'utf8').trim()
    const files = readdirSync(join(source, 'src')).map((file) => join(source, 'src', file))
    const compiled = await runProgram('javac', ['-nowarn', '-d', join(folder, 'classes'), '-cp', jars, ...files])
    expect(compiled.code, compiled.err).to.equal(0)
    classes = `${join(folder, 'classes')}:${jars}`
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  describeWith(['kubectl'], 'against a server with a node', () => {
    let world: NodeWorld
    before(async () => {
      world = await startWebPod()
      const { authority, server } = world
      const client = await authority.issueRsa({
        commonName: 'admin',
        organizations: ['system:masters'],
        usage: 'client',
      })
      const address = `https://127.0.0.1:${server.port}`
      const certificateAuthority = authority.certificate
      const text = kubeconfigText({ server: address, context: 'operon', certificateAuthority, client })
      writeFileSync(join(folder, 'kubeconfig'), text)
    })
    after(() => world?.close())

    const said = (...words: string[]) =>
      saidBy('java', ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', classes, 'Foreign', ...words], {
        env: { KUBECONFIG: join(folder, 'kubeconfig') },
      })
    const common = ['404 NotFound', '409 AlreadyExists', '409 Conflict']
    const pod = '422 Invalid FieldValueInvalid metadata.name, FieldValueRequired spec.containers[0].image'
    const twice = (life: readonly string[]) => [...life, ...life]

    it("fabric8: objects live their lives, a leader's lease goes over, and each refusal is what it expects", async () => {
      const wish = '422 Invalid FieldValueInvalid spec.replicas, FieldValueRequired spec.of'
      expect(await said('fabric8')).to.deep.equal([
        [...common, pod, wish, '400 BadRequest'],
        ['deployments', 'deployments/scale', 'deployments/status'],
      ])
    })

    it('fabric8: watches over WebSocket and informers come back where they were when a watch has ended', async () => {
      expect(await said('fabric8-watch', 'watching')).to.deep.equal([
        ...twice(['ADDED one', 'MODIFIED one', 'DELETED one']),
        'added before',
        ...twice(['added one', 'updated one', 'deleted one']),
        'store 1',
      ])
    })

    it('the Java operator SDK: elected, makes what its objects want, and lets them go', async () => {
      expect(await said('operate')).to.deep.equal(['tea'])
    })

    it('the official client: objects live their lives, and each refusal is what it expects', async () => {
      expect(await said('official')).to.deep.equal([
        [...common, pod, '422 Invalid FieldValueInvalid data[bad key]', '400 BadRequest'],
        ['Wish wishes true [scale, status]'],
      ])
    })

    it('the official client: watch and informer', async () => {
      expect(await said('official-watch')).to.deep.equal([
        'ADDED one',
        'MODIFIED one',
        'DELETED one',
        'BOOKMARK null',
        'added before',
        'added one',
        'updated one',
        'deleted one',
        'store 1',
      ])
    })

    it('both: logs and exec, with output, exit codes and input', async () => {
      const heard = ['ready\n', 'say hello\n', '0', '7', 'typed']
      expect(await said('fabric8-streams')).to.deep.equal(heard)
      expect(await said('official-streams')).to.deep.equal(heard)
    })
  })
})
