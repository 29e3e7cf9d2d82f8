import { expect } from 'chai'
import {
  dns1035LabelErrors,
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  labelValueErrors,
  pathSegmentErrors,
  qualifiedNameErrors,
} from './names.js'

type Rule = (value: string) => string[]

function expectRule(rule: Rule, good: readonly string[], bad: readonly string[]) {
  for (const value of good) expect(rule(value), value).to.deep.equal([])
  for (const value of bad) expect(rule(value), value).not.to.deep.equal([])
}

describe('names', () => {
  it('are RFC 1123 labels', () => {
    expectRule(
      dns1123LabelErrors,
      ['a', '0', 'my-name', 'a'.repeat(63)],
      ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'ä', 'a\n'],
    )
    expect(dns1123LabelErrors('a'.repeat(64))).to.deep.equal(['has more than the 63 bytes that it may have'])
  })

  it('are RFC 1123 subdomains', () => {
    expectRule(
      dns1123SubdomainErrors,
      ['a', 'a.b-c.0', 'a'.repeat(253)],
      ['', '.a', 'a.', 'a..b', 'A.b', 'a_b', 'a.-b'],
    )
    expect(dns1123SubdomainErrors('a'.repeat(254))).to.deep.equal(['has more than the 253 bytes that it may have'])
    expect(dns1123SubdomainErrors('Foo')[0]).to.match(/^must be of lower case letters, digits, '-' and '\.'/)
  })

  it('are RFC 1035 labels, which begin with a letter', () => {
    expectRule(dns1035LabelErrors, ['a', 'a-1'], ['1a', '', 'a.b'])
  })

  it('can stand in a path', () => {
    expectRule(pathSegmentErrors, ['system:node', 'A b'], ['.', '..', 'a/b', 'a%b'])
  })
})

describe('labels', () => {
  it('have qualified names as keys', () => {
    expectRule(
      qualifiedNameErrors,
      ['a', 'A_b.c-1', 'example.com/Name', 'a'.repeat(63), `${'a'.repeat(253)}/b`],
      ['', '/a', 'a/', 'a/b/c', 'Example.com/a', '-a', 'a'.repeat(64), 'a b'],
    )
    expect(qualifiedNameErrors('UPPER/a')[0]).to.match(/^before the '\/': must be of lower case letters/)
  })

  it('have short values', () => {
    expectRule(labelValueErrors, ['', 'a', 'A_b.c-1', 'x'.repeat(63)], ['-', 'a b', 'x'.repeat(64), 'a/b'])
  })
})
