/** What charts and people write is taken as it is. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { loadAll } from 'js-yaml'
import type { KubeObject } from '../../core/meta/index.js'
import { type Bench, registryBench } from '../../test/kit/registry.js'
import { kindPlugins } from './index.js'

const manifests = loadAll(readFileSync('plugins/kind/testdata/everyday.yaml', 'utf8')) as KubeObject[]

const plurals: Readonly<Record<string, string>> = {
  CronJob: 'cronjobs.batch',
  DaemonSet: 'daemonsets.apps',
  Deployment: 'deployments.apps',
  Job: 'jobs.batch',
  Pod: 'pods',
  ReplicationController: 'replicationcontrollers',
  StatefulSet: 'statefulsets.apps',
}

describe('everyday manifests', () => {
  let bench: Bench
  before(async () => {
    bench = await registryBench({ kinds: kindPlugins })
  })

  for (const manifest of manifests) {
    const { kind = '', metadata } = manifest
    it(`are taken, and taken again: ${kind} ${metadata.name ?? metadata.generateName}`, async () => {
      const resource = plurals[kind]!
      const made = await bench.create(resource, manifest, { fieldValidation: 'Strict' })
      const labelled = { ...made, metadata: { ...made.metadata, labels: { ...made.metadata.labels, again: 'yes' } } }
      const at = bench.target(resource, made.metadata.name ?? '')
      const { answer } = await bench.registry.update(at, labelled, bench.context())
      expect(answer).to.be.an('object')
      expect(bench.warnings).to.deep.equal([])
    })
  }
})
