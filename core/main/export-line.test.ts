import { execFileSync } from 'node:child_process'
import { expect } from 'chai'
import { exportLine } from './export-line.js'

describe('the line to paste', () => {
  it('is plain where the path is', () => {
    expect(exportLine('/home/me/.operon/kubeconfig')).to.equal('export KUBECONFIG=/home/me/.operon/kubeconfig')
  })

  it('is read by a shell as the very path', () => {
    for (const path of ['/tmp/my dir/kubeconfig', "/tmp/it's/$HOME/`id`/kubeconfig", '/tmp/é "x"/kubeconfig']) {
      const said = execFileSync('sh', ['-c', `${exportLine(path)}; printf %s "$KUBECONFIG"`], { encoding: 'utf8' })
      expect(said).to.equal(path)
    }
  })
})
