import { expect } from 'chai'
import { compare, steps } from './sessions.js'

describe('a session of kubectl', () => {
  const [list, gone] = steps(
    '$ kubectl get cm\nNAME   DATA   AGE\none    {1|2}      {age}\n$ kubectl delete cm one\n...\n[1]\n',
  )
  if (!list || !gone) throw new Error('the session has two steps')

  it('is read as commands with what they print', () => {
    expect([list.command, gone.command]).to.deep.equal(['kubectl get cm', 'kubectl delete cm one'])
  })

  it('takes patterns, words of choice, and columns of any width', () => {
    compare(list, 'NAME  DATA   AGE\none   2      10s\n')
    compare(gone, 'any\nlines\n[1]\n')
  })

  it('refuses everything else', () => {
    expect(() => compare(list, 'NAME  DATA   AGE\none   3      10s\n')).to.throw('kubectl get cm')
    expect(() => compare(list, 'NAME  DATA   AGE\none   2      10s\nmore\n')).to.throw('kubectl get cm')
    expect(() => compare(gone, 'any\n[2]\n')).to.throw('kubectl delete cm one')
  })
})
