import { expect } from 'chai'
import { meetsFieldRequirements, parseFieldSelector } from './field-selector.js'
import { formatLabelSelector, labelRequirements, matchesLabelSelector, meetsRequirements } from './selector.js'
import { parseLabelSelector } from './selector-parse.js'
import { StatusError } from './status.js'

const selects = (text: string, labels: Record<string, string>) => meetsRequirements(parseLabelSelector(text), labels)

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    expect(error).to.be.instanceOf(StatusError)
    expect((error as StatusError).code).to.equal(400)
    return (error as StatusError).message
  }
  throw new Error('was not refused')
}

describe('a label selector in text', () => {
  it('selects by equality, sets and existence, all of which must hold', () => {
    const labels = { a: 'b', e: 'x', g: '', n: '5' }
    expect(selects('', labels)).to.equal(true)
    expect(selects('a=b,c!=d,e in (x,y),!f,g', labels)).to.equal(true)
    expect(selects('a==b', labels)).to.equal(true)
    expect(selects('a!=b', labels)).to.equal(false)
    expect(selects('e notin (x,y)', labels)).to.equal(false)
    expect(selects('missing notin (x)', labels)).to.equal(true)
    expect(selects('missing in (x)', labels)).to.equal(false)
    expect(selects('!a', labels)).to.equal(false)
    expect(selects('g=', labels)).to.equal(true)
    expect(selects('g in (),a', labels)).to.equal(true)
    expect(selects('n>4,n<6', labels)).to.equal(true)
    expect(selects('n>5', labels)).to.equal(false)
    expect(selects('a>1', labels)).to.equal(false)
  })

  it('takes spaces anywhere and keys with a prefix', () => {
    expect(
      selects(' app.kubernetes.io/name = web , tier in ( a , b ) ', {
        'app.kubernetes.io/name': 'web',
        tier: 'b',
      }),
    ).to.equal(true)
  })

  it('takes words such as in and notin as keys and values', () => {
    expect(selects('in=notin,notin in (in)', { in: 'notin', notin: 'in' })).to.equal(true)
  })

  it('is not confused by labels named as members of every object', () => {
    expect(selects('constructor', {})).to.equal(false)
    expect(selects('toString!=x', {})).to.equal(true)
    expect(refusal(() => parseLabelSelector('a constructor b'))).to.contain("found 'constructor'")
  })

  it('refuses what it can not read, saying where', () => {
    expect(refusal(() => parseLabelSelector('a b'))).to.equal(
      "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
    )
    expect(refusal(() => parseLabelSelector('a,,b'))).to.equal("found ',', expected: identifier after ','")
    expect(refusal(() => parseLabelSelector(',a'))).to.equal("found ',', expected: !, identifier, or 'end of string'")
    expect(refusal(() => parseLabelSelector('a=b c'))).to.equal("found 'c', expected: ',' or 'end of string'")
    expect(refusal(() => parseLabelSelector('a in x'))).to.equal("unable to parse requirement: found 'x' expected: '('")
    const inParentheses = [
      ['a in (', "',', ')' or identifier"],
      ['a in (b', "',' or ')'"],
      ['a in (b,', "',', or identifier"],
    ]
    for (const [text, expected] of inParentheses)
      expect(refusal(() => parseLabelSelector(text!))).to.equal(
        `unable to parse requirement: found '', expected: ${expected}`,
      )
    expect(refusal(() => parseLabelSelector('-a=b'))).to.match(
      /^unable to parse requirement: <nil>: Invalid value: "-a": the name must be/,
    )
    expect(refusal(() => parseLabelSelector('a=-'))).to.match(
      /values\[0\]\[a\]: Invalid value: "-": must be empty, or of letters/,
    )
    expect(refusal(() => parseLabelSelector('a>b'))).to.contain('must be an integer')
    expect(refusal(() => parseLabelSelector(`a=${'x'.repeat(64)}`))).to.contain('more than the 63 bytes')
  })

  it('is written back so that it reads the same', () => {
    for (const text of [
      'a',
      '!a',
      'a=b',
      'a!=b',
      'a in (b,c)',
      'a in (b)',
      'a notin (b)',
      'a notin (b,c)',
      'a>1',
      'a<1',
      'a=',
    ]) {
      expect(formatLabelSelector(parseLabelSelector(text))).to.equal(text)
    }
    expect(formatLabelSelector(parseLabelSelector('c in (z,y,z),b,a==1'))).to.equal('a=1,b,c in (y,z)')
  })
})

describe('a LabelSelector in a spec', () => {
  it('selects nothing when absent and everything when empty', () => {
    expect(matchesLabelSelector(undefined, { a: 'b' })).to.equal(false)
    expect(matchesLabelSelector({}, { a: 'b' })).to.equal(true)
    expect(matchesLabelSelector({}, undefined)).to.equal(true)
  })

  it('selects by labels and expressions together', () => {
    const selector = {
      matchLabels: { app: 'web' },
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['a', 'b'] },
        { key: 'gone', operator: 'DoesNotExist' },
      ],
    }
    expect(matchesLabelSelector(selector, { app: 'web', tier: 'b' })).to.equal(true)
    expect(matchesLabelSelector(selector, { app: 'web', tier: 'c' })).to.equal(false)
    expect(matchesLabelSelector(selector, { app: 'web', tier: 'b', gone: 'no' })).to.equal(false)
    expect(matchesLabelSelector(selector, undefined)).to.equal(false)
    expect(formatLabelSelector(labelRequirements(selector)!)).to.equal('app=web,!gone,tier in (a,b)')
  })
})

describe('a field selector', () => {
  const meets = (text: string, fields: Record<string, string>) =>
    meetsFieldRequirements(parseFieldSelector(text), (path) => fields[path] ?? '')

  it('compares fields as text, absent ones as empty', () => {
    expect(meets('metadata.name=a,spec.nodeName!=n', { 'metadata.name': 'a' })).to.equal(true)
    expect(meets('spec.nodeName=', {})).to.equal(true)
    expect(meets('spec.nodeName==n1', { 'spec.nodeName': 'n2' })).to.equal(false)
    expect(meets('', {})).to.equal(true)
  })

  it('reads escaped commas, equals signs and backslashes', () => {
    expect(parseFieldSelector('a=b\\,c\\=d\\\\,e!=f')).to.deep.equal([
      { path: 'a', operator: '=', value: 'b,c=d\\' },
      { path: 'e', operator: '!=', value: 'f' },
    ])
  })

  it('drops terms that say nothing; nothing is escaped in front of an operator', () => {
    expect(parseFieldSelector('=,!=,a=')).to.deep.equal([{ path: 'a', operator: '=', value: '' }])
    expect(parseFieldSelector('a\\=b')).to.deep.equal([{ path: 'a\\', operator: '=', value: 'b' }])
    expect(refusal(() => parseFieldSelector('\\'))).to.contain("can't understand '\\'")
  })

  it('refuses terms without operator and bad escapes', () => {
    expect(refusal(() => parseFieldSelector('abc'))).to.equal("invalid selector: 'abc'; can't understand 'abc'")
    expect(refusal(() => parseFieldSelector('a=\\x'))).to.contain('invalid escape sequence: \\x')
    expect(refusal(() => parseFieldSelector('a=b=c'))).to.contain('unescaped character in value: 61')
  })
})
