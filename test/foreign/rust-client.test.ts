/**
 * Rust's client as a stranger: kube-rs with its runtime, derived definitions and WebSockets. Built from `rust/` when asked for
 * (OPERON_TEST_RUST=1): some 220 crates take two and a half minutes of two quiet cores. Last seen whole on 2026-11-22 with kube 5.0.0,
 * k8s-openapi 0.29 (v1_36), cargo 1.95.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { expect } from 'chai'
import { root } from '../architecture/source-files.js'
import { describeWith } from '../kit/needs.js'
import type { NodeWorld } from '../kit/node-world.js'
import { processNeeds } from '../kit/process-runtime.js'
import { Team } from '../kit/team.js'
import { startWebPod } from '../kit/web-pod.js'
import { runProgram, saidBy } from './run-program.js'

const asked = process.env['OPERON_TEST_RUST'] === '1'
const hasCargo = asked && spawnSync('cargo', ['--version']).status === 0
const reason = asked ? 'there is no cargo' : 'asked for by OPERON_TEST_RUST=1'
const group = hasCargo
  ? describe
  : (title: string, tests: (this: Mocha.Suite) => void) => describe.skip(`${title} (left out: ${reason})`, tests)

group('a foreign client: Rust', function () {
  this.timeout(15 * 60_000)
  const target = process.env['CARGO_TARGET_DIR'] ?? join(tmpdir(), 'operon-rust')
  const program = join(target, 'debug/foreign')

  before(async () => {
    const build = ['build', '--locked', '--quiet', '--manifest-path', join(root, 'test/foreign/rust/Cargo.toml')]
    const { code, err } = await runProgram('cargo', build, { env: { CARGO_TARGET_DIR: target } })
    expect([code, err]).to.deep.equal([0, ''])
  })

  describeWith(['kubectl'], 'against a server with a node', () => {
    let world: NodeWorld
    before(async () => (world = await startWebPod()))
    after(() => world?.close())
    const said = (part: string) => saidBy(program, [part], { env: { KUBECONFIG: world.kubeconfig } })

    it('objects live their lives, and each refusal is what it expects', async () => {
      expect(await said('session')).to.deep.include({
        refusals: {
          notFound: [404, 'NotFound', []],
          exists: [409, 'AlreadyExists', []],
          conflict: [409, 'Conflict', []],
          pod: [
            422,
            'Invalid',
            [
              'FieldValueInvalid metadata.name',
              'FieldValueInvalid spec.containers[0].ports[0].containerPort',
              'FieldValueRequired spec.containers[0].image',
            ],
          ],
          wish: [422, 'Invalid', ['FieldValueInvalid <nil>', 'FieldValueInvalid spec.replicas']],
          moon: [422, 'Invalid', ['FieldValueInvalid <nil>']],
          unknown: [422, 'Invalid', ['FieldValueInvalid patch']],
        },
      })
    })

    it('its watches see the same by list and by stream, and lose nothing where one ends and the next begins', async () => {
      const seen = ['init', 'init a', 'init b', 'init c', 'done', 'apply late', 'delete late']
      expect(await said('watch')).to.deep.equal(seen)
    })

    it('a Controller is elected, follows its objects, and lets them go', async () => {
      expect(await said('operate')).to.equal("a wish's whole life")
    })

    it('logs and exec over WebSocket', async () => {
      expect(await said('streams')).to.deep.include({ logs: 'ready\n', echoed: 'typed' })
    })
  })

  describeWith([...processNeeds, 'kubectl'], 'inside a pod', () => {
    let team: Team
    before(async () => (team = await Team.start()))
    after(() => team?.remove())

    it('finds the API by its in-cluster configuration, and is who its ServiceAccount is', () => {
      const told = team.outputOf('rust', [program, 'inside'], [join(target, 'debug')])
      expect(JSON.parse(told)).to.deep.equal(['team', 'system:serviceaccount:team:reader', true, 403])
    })
  })
})
