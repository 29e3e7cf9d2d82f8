import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'

describe('a write that is too heavy for the event loop', () => {
  it('is carried out by the command as it is installed', async () => {
    const cluster = await Cluster.start(['--no-node', '--storage', 'memory'])
    try {
      const data = Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`key-${at}`, 'x'.repeat(100)]))
      const body = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'heavy' }, data })
      expect(cluster.mustWith(body, 'create', '--validate=false', '-f', '-')).to.equal('configmap/heavy created\n')
    } finally {
      await cluster.stop()
    }
  })
})
