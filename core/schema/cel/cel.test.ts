/** Expressions: what they come to, what they are refused for, and where they stop. */
import { expect } from 'chai'
import type { SchemaNode } from '../schema-node.js'
import { Budget, CelError, CelStopped } from './budget.js'
import { fromJson } from './from-json.js'
import { compileExpression, RuleError } from './rule.js'
import { leastBytes, schemaType } from './schema-type.js'

const schema = {
  type: 'object',
  properties: {
    n: { type: 'integer' },
    d: { type: 'number' },
    s: { type: 'string', maxLength: 100 },
    absent: { type: 'string' },
    namespace: { type: 'string' },
    'a-b': { type: 'string' },
    port: { 'x-kubernetes-int-or-string': true },
    list: { type: 'array', maxItems: 10, items: { type: 'integer' } },
    nulls: { type: 'array', maxItems: 10, items: { type: 'string', maxLength: 10, nullable: true } },
    none: { type: 'object', nullable: true, properties: { x: { type: 'string' } } },
    words: { type: 'array', maxItems: 10, 'x-kubernetes-list-type': 'set', items: { type: 'string', maxLength: 10 } },
    map: { type: 'object', maxProperties: 5, additionalProperties: { type: 'string', maxLength: 10 } },
    at: { type: 'string', format: 'date-time' },
    long: { type: 'string', format: 'duration' },
    raw: { type: 'string', format: 'byte' },
  },
}
const object = {
  n: 5,
  d: 1.5,
  s: 'hello',
  namespace: 'ns',
  'a-b': 'dash',
  port: '80%',
  list: [3, 1, 2],
  nulls: [null],
  none: null,
  words: ['a', 'b'],
  map: { a: 'x', b: 'y' },
  at: '2024-02-29T12:30:00Z',
  long: '1h30m',
  raw: 'aGk=',
}
const type = schemaType(schema, { whole: true })!

function holds(text: string): boolean {
  const { run } = compileExpression(text, type, { optionalOldSelf: false, wanted: 'bool' })
  return run({ budget: new Budget(), slots: [fromJson(type, object)] }) as boolean
}
const refusal = (text: string): string => {
  try {
    compileExpression(text, type, { optionalOldSelf: false, wanted: 'bool' })
  } catch (error) {
    if (error instanceof RuleError) return error.message
    throw error
  }
  return ''
}
const failure = (text: string): string => {
  try {
    holds(text)
  } catch (error) {
    if (error instanceof CelError || error instanceof CelStopped) return error.message
    throw error
  }
  return ''
}

const truths: Readonly<Record<string, readonly string[]>> = {
  'arithmetic and order': [
    '1 + 2 * 3 == 7',
    '-7 / 2 == -3 && -7 % 2 == -1',
    '1 < 2.5 && 2u > 1',
    '-9223372036854775808 < 0',
    "'a' < 'b' && b'a' < b'b'",
    'true ? true : false',
    'false || !false',
    '1 / 0 == 1 || true',
    '[1, 2] + [3] == [1, 2, 3]',
    "2 in [1, 2] && 'a' in {'a': 1}",
    "{'a': 1}['a'] == 1 && {'a': 1}.a == 1",
  ],
  'members by their schema': [
    'self.n == 5 && self.d == 1.5',
    'has(self.s) && !has(self.absent)',
    "self.__namespace__ == 'ns' && self.a__dash__b == 'dash'",
    "type(self.port) == string && self.port == '80%'",
    "self.map['a'] == 'x' && self.map.b == 'y' && 'a' in self.map && size(self.map) == 2",
    "self.words == ['b', 'a'] && self.words + ['a'] == ['a', 'b']",
    'self.at.getFullYear() == 2024 && self.at.getMonth() == 1 && self.at.getDate() == 29',
    "self.at.getHours('+02:00') == 14 && self.at.getHours('Europe/Berlin') == 13",
    "self.long == duration('90m') && self.at + self.long == timestamp('2024-02-29T14:00:00Z')",
    "self.raw == b'hi'",
  ],
  macros: [
    'self.list.all(x, x > 0) && self.list.exists(x, x == 3) && self.list.exists_one(x, x == 3)',
    'self.list.map(x, x * 2) == [6, 2, 4] && self.list.filter(x, x > 1) == [3, 2]',
    'self.list.map(x, x > 1, x * 2) == [6, 4]',
    "self.map.all(k, self.map[k].size() == 1) && self.map.all(k, v, k in ['a', 'b'] && v != '')",
    'self.list.all(i, v, i >= 0 && v > 0) && self.list.transformList(i, v, i * 10 + v) == [3, 11, 22]',
    "self.map.transformMap(k, v, k + v) == {'a': 'ax', 'b': 'by'}",
    '[1, 0].exists(x, 1 / x == 1)',
  ],
  optionals: [
    "self.?absent.orValue('none') == 'none' && self.?s.hasValue()",
    "self.map[?'zz'].orValue('q') == 'q' && self.list[?9].hasValue() == false",
    "optional.of(1).optMap(x, x + 1).value() == 2 && optional.none().or(optional.of('a')).value() == 'a'",
  ],
  strings: [
    "'héllo'.size() == 5 && 'héllo'.charAt(1) == 'é' && 'a😀b'.indexOf('b') == 2 && 'a😀b'.substring(1, 2) == '😀'",
    "'a,b,c'.split(',') == ['a', 'b', 'c'] && 'a,b,c'.split(',', 2) == ['a', 'b,c'] && ['a', 'b'].join('-') == 'a-b'",
    "'tacocat'.indexOf('') == 0 && 'hello mellow'.lastIndexOf('ello') == 7 && 'hello mellow'.indexOf('ello', 2) == 7",
    "'hello hello'.replace('he', 'we') == 'wello wello' && 'hello hello'.replace('he', 'we', 1) == 'wello hello'",
    "'TacoCat'.lowerAscii() == 'tacocat' && 'TacoCÆt'.upperAscii() == 'TACOCÆT' && '  x\\t'.trim() == 'x'",
    "'%s is %d, %.2f, %x, %b'.format(['a', 5, 1.5, 255, 5]) == 'a is 5, 1.50, ff, 101'",
    `'%s'.format([[1.0, 2, 'a', null, b'b', true, duration('3s')]]) == '[1.000000, 2, "a", null, b"b", true, duration("3s")]'`,
    `'%s'.format([{'z': [2.5], 'a': {1: 'x'}}]) == '{"a":{1:"x"}, "z":[2.500000]}'`,
    "'%f %.20e'.format(['NaN', 1.5]) == 'NaN        1.500000×10⁰⁰'",
    'strings.quote(\'a"b\\n\') == \'"a\\\\"b\\\\n"\'',
    "'abc'.matches('^[a-c]+$') && 'abc 123'.find('[0-9]+') == '123' && '1 2 3'.findAll('[0-9]', 2) == ['1', '2']",
    "string(1.5) == '1.5' && int('7') == 7 && string(duration('90s')) == '90s'",
  ],
  "Kubernetes' libraries": [
    '[1, 2, 3].isSorted() && [1, 2].sum() == 3 && [0.5].sum() == 0.5 && [2, 1].min() == 1 && [2, 1].max() == 2',
    "['a', 'b', 'b'].indexOf('b') == 1 && ['a', 'b', 'b'].lastIndexOf('b') == 2",
    'sets.contains([1, 2], [1]) && sets.equivalent([1, 1], [1]) && !sets.intersects([1], [2])',
    "url('https://u@example.com:80/p a?k=v&k=w').getHost() == 'example.com:80' && url('/x').getScheme() == ''",
    "url('https://[::1]:80/').getHostname() == '::1' && url('https://a/?k=v&k=w').getQuery()['k'] == ['v', 'w'] && !isURL('../x')",
    "isIP('127.0.0.1') && ip('127.0.0.1').isLoopback() && ip('::1').family() == 6 && !isIP('::ffff:1.2.3.4')",
    "ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD') && string(ip('2001:db8::0:1')) == '2001:db8::1'",
    "cidr('192.168.0.0/24').containsIP('192.168.0.1') && !cidr('192.168.0.0/24').containsCIDR('192.168.0.0/23')",
    "cidr('192.168.1.5/24').masked() == cidr('192.168.1.0/24') && cidr('10.0.0.0/8').prefixLength() == 8",
    "quantity('1Ki').isGreaterThan(quantity('1k')) && quantity('50M').compareTo(quantity('50000k')) == 0",
    "quantity('50k').add(20) == quantity('50020') && quantity('1.5').isInteger() == false && isQuantity('1Q') == false",
    "semver('1.2.3').isLessThan(semver('1.10.0-rc.1')) && semver('v1.02', true).minor() == 2 && !isSemver('1.0')",
    "!format.dns1123Label().validate('ok').hasValue() && format.dns1123Label().validate('No!').hasValue()",
    "format.named('uuid').hasValue() && !format.named('nothing').hasValue()",
  ],
}

describe('expressions', () => {
  for (const [what, texts] of Object.entries(truths)) {
    it(`${what} come to what CEL says`, () => {
      for (const text of texts) expect(holds(text), text).to.equal(true)
    })
  }

  it('are refused with the place when types do not fit', () => {
    expect(refusal('self.nope == 1')).to.equal(
      "compilation failed: ERROR: <input>:1:5: undefined field 'nope'\n | self.nope == 1\n | ....^",
    )
    expect(refusal('self.n + self.s == 1')).to.contain(
      "found no matching overload for '_+_' applied to '(int, string)'",
    )
    expect(refusal('other')).to.contain("undeclared reference to 'other'")
    expect(refusal('self.n')).to.equal('must evaluate to a bool')
    expect(refusal('self.n ==')).to.contain('Syntax error')
    expect(refusal('self.n == 1 &&')).to.contain('Syntax error')
    expect(refusal(`${'('.repeat(3000)}true${')'.repeat(3000)}`)).to.contain('compilation failed')
    expect(refusal(`${'!('.repeat(3000)}true${')'.repeat(3000)}`)).to.contain('compilation failed')
    expect(refusal(`${'!'.repeat(50_000)}true`)).to.equal('')
    expect(refusal(`1${'+1'.repeat(9000)} == 1`)).to.contain('compilation failed')
  })

  it('fail with what went wrong', () => {
    expect(failure("self.absent == ''")).to.equal('no such key: absent')
    expect(failure('self.list[3] == 1')).to.equal('index out of bounds: 3')
    expect(failure('1 / (self.n - 5) == 1')).to.equal('division by zero')
    expect(failure('9223372036854775807 + self.n > 0')).to.equal('integer overflow')
    expect(failure('self.port > 5')).to.equal('no such overload')
  })

  it('stop when they cost too much, in whatever way', () => {
    const list = `[${'1,'.repeat(200)}1]`
    const stopped = 'operation cancelled: actual cost limit exceeded'
    expect(failure(`${list}.all(a, ${list}.all(b, ${list}.all(c, true)))`)).to.equal(stopped)
    const doubling = (start: string, step: string) => `${start}${step.repeat(30)}`
    expect(failure(`${doubling("['aaaaaaaaaa']", '.map(x, x + x)')}.size() == 1`)).to.equal(stopped)
    expect(failure(`${doubling('[[1]]', '.map(x, [x, x])')} == ${doubling('[[1]]', '.map(x, [x, x])')}`)).to.equal(
      stopped,
    )
    expect(failure(`${doubling('[[1, 2]]', '.map(x, x + x)')}[0].all(x, x > 0)`)).to.equal(stopped)
    expect(failure(`${doubling("['aaaaaaaaaa']", ".map(x, x.replace('', x))")}.size() == 1`)).to.equal(stopped)
    expect(failure(`'%s'.format([${doubling('[[1]]', '.map(x, [x, x])')}]) == ''`)).to.equal(stopped)
    expect(failure(`${doubling("[['aaaaaaaaaa']]", '.map(x, [x.join() + x.join()])')}.size() == 1`)).to.equal(stopped)
  })

  it('cost what upstream counts', () => {
    const cost = (text: string) => {
      const { run } = compileExpression(text, type, { optionalOldSelf: false, wanted: 'bool' })
      const budget = new Budget()
      run({ budget, slots: [fromJson(type, object)] })
      return budget.spent
    }
    expect(cost('true')).to.equal(0)
    expect(cost('self.n == 5')).to.equal(3)
    expect(cost('has(self.s)')).to.equal(1)
    expect(cost('self.list.all(x, true)')).to.equal(2 + 3 * 3 + 1)
    // What is converted once for all costs nothing, a search no part of ten characters.
    expect(cost("duration('1h') > duration('1m')")).to.equal(1)
    expect(cost("'abcdefgh'.indexOf('z') == -1")).to.equal(1)
    // What a range's prefix has is gone over twice; a list by what it holds; what is made, not what it is made of.
    expect(cost("cidr('10.0.0.0/8').containsIP('10.0.0.1')")).to.equal(3)
    expect(cost("cidr('fd00::1/128').containsIP('fd00::1')")).to.equal(7)
    expect(cost('self.list.isSorted()')).to.equal(2 + 3)
    expect(cost('self.list.slice(0, 1) == []')).to.equal(2 + 11 + 1)
    expect(cost('[self.s].isSorted() ')).to.equal(12)
    expect(cost("['a', 'b'].join(',') != ''")).to.equal(1)
    // What is known beforehand is made once.
    expect(cost("self.s in ['x', 'y', 'z']")).to.equal(2)
    expect(cost('(self.n > 1 ? self.n : self.n) == 5')).to.equal(3 + 1 + 1)
    expect(cost("{'a': 1, 'b': 2}.size() == 2")).to.equal(2)
    // What a macro leaves out costs its test alone; one that is decided is seen to be before the next element.
    expect(cost('[1, 2, 3].filter(x, x > 2).size() == 1')).to.equal(3 * 2 + 13 + 1 + 2)
    expect(cost('[1, 2, 3].exists_one(x, x > 2)')).to.equal(3 * 2 + 2 + 2)
    expect(cost('[1, 2, 3].exists(x, x > 0)')).to.equal(2 + 4 + 3 + 1)
    expect(cost('[1].exists(x, x > 0)')).to.equal(2 + 4 + 1)
    expect(cost('self.n in [1, self.n]')).to.equal(2 + 12 + 2)
    expect(cost("'%s'.format([self.s]) != ''")).to.equal(12 + 1)
    expect(cost("'abcdefgh'.replace('a', 'b') == ''")).to.equal(2)
    // What is looked into and is no name is taken for one; a name that says which element is wanted is free.
    expect(cost('[self.n][0] == 5')).to.equal(12 + 2 + 1)
    expect(cost('[0].all(i, self.list[i] == 3)')).to.equal(3 + 3 + 1 + 1)
    // What an optional lacks is free, and what stands for it too.
    expect(cost("self.?absent.orValue('a') == 'a'")).to.equal(1 + 1)
    expect(cost("self.?s.orValue('a') == 'hello'")).to.equal(2 + 1)
    expect(cost('self.?n.optMap(n, n).hasValue()')).to.equal(2 + 1 + 2 + 1 + 1 + 1 + 1)
    // A call whose argument fails is one all the same.
    expect(cost('1 / 0 == 1 || true')).to.equal(2)
    expect(cost("'ééééé'.indexOf('z') == -1")).to.equal(2)
    expect(cost("'aaaaaaaaaaaa'.startsWith('b') || true")).to.equal(2)
    expect(cost("['a', 'b', 'c'].distinct().size() == 3")).to.equal(18 + 11 + 2)
    expect(cost('sets.equivalent([1, 2], [2, 1])')).to.equal(9)
    expect(cost("format.uri().validate('http://example.com').hasValue()")).to.equal(1 + 552 + 1)
  })

  it('know URLs, quantities, formats and empty values as upstream does', () => {
    for (const text of [
      "url('https:://a/').getHost() == '' && url('//host/p').getHost() == 'host' && url('HTTP://a') == url('http://a')",
      "url('/a b(c)?x=1&y;&x=%zz&x=3#z').getQuery() == {'x': ['1', '3']}",
      "url('/a b(c)').getEscapedPath() == '/a%20b%28c%29' && url('/a%2Fb').getEscapedPath() == '/a%2Fb'",
      "url('http://[::1]:80/').getHostname() == '::1' && !isURL('http://::1/') && !isURL('http://[1.2.3.4]/')",
      "quantity('1.5k').isInteger() && !quantity('1000m').isInteger() && !quantity('1.0').isInteger()",
      "!quantity('100Pi').isInteger() && quantity('1').sub(quantity('1')).isInteger() && !quantity('10E').isInteger()",
      "!format.dns1123SubdomainPrefix().validate('my.prefix.-').hasValue()",
      "format.dns1123Label().validate('a.b').hasValue() && format.byte().validate('').hasValue()",
      "!optional.ofNonZeroValue(duration('0s')).hasValue() && optional.ofNonZeroValue(self.map.filter(k, false)) == optional.none()",
      'self.long.getMilliseconds() == 5400000 && optional.of(1).orValue(1 / 0) == 1',
      '[optional.of(1), optional.none()].unwrapOpt() == [1]',
    ])
      expect(holds(text), text).to.equal(true)
    for (const text of [
      "{'a': 1, 'a': 2}.a == 2 && {'a': self.n, 'a': 3}.a == 3",
      "isQuantity('m') && !isQuantity(' 1')",
      "double('1.5') == 1.5 && uint('1') == 1u",
    ])
      expect(holds(text), text).to.equal(true)
    for (const text of ["double('1e400') > 1.0", "uint('+1') > 0u", "timestamp('2024-01-01') < self.at", "timestamp('2024-01-01t00:00:00z') < self.at"]) // biome-ignore format: one line
      expect(refusal(text), text).to.not.equal('')
    expect(refusal('self.map.transformMapEntry(k, v, []) == {}')).to.contain('no matching overload')
    expect(refusal('[1].all(__result__, true)')).to.contain('accumulator')
    expect(refusal(`true${' == true'.repeat(250)}`)).to.equal('')
    expect(refusal(`true${' == true'.repeat(251)}`)).to.contain('deep')
  })

  it('are estimated by the lengths of times, and of texts that may be numbers', () => {
    const estimate = (text: string, node: SchemaNode) =>
      compileExpression(text, schemaType(node, { whole: false })!, { optionalOldSelf: false, wanted: 'bool' }).cost
    const many = (items: SchemaNode): SchemaNode => ({ type: 'array', items })
    expect(estimate('self.all(x, true)', many({ type: 'string', format: 'duration' }))).to.equal(2359295)
    expect(estimate('self.all(x, true)', many({ type: 'string', format: 'date-time' }))).to.equal(428963)
    expect(estimate('isQuantity(self)', { 'x-kubernetes-int-or-string': true, maxLength: 20 })).to.equal(9)
    const whole: SchemaNode = { type: 'object', 'x-kubernetes-embedded-resource': true, required: ['kind', 'x'], properties: { x: { 'x-kubernetes-preserve-unknown-fields': true } } } // biome-ignore format: one line
    expect(leastBytes(whole)).to.equal(2 + 4 + 2 + 4)
  })

  it('has the functions on lists, the types and the literals of the language definition', () => {
    for (const text of [
      '[1, 2, 3, 4].slice(1, 3) == [2, 3] && [[1], [2, 3]].flatten() == [1, 2, 3] && [[[1]], [[2], [3]]].flatten(2) == [1, 2, 3]',
      "['b', 'a', 'b'].distinct() == ['b', 'a'] && ['b', 'a'].sort() == ['a', 'b'] && [1, 2].reverse() == [2, 1]",
      "[{'n': 2}, {'n': 1}].sortBy(x, x.n)[0].n == 1 && lists.range(3).sortBy(x, -x) == [2, 1, 0]",
      "type(duration('1s')) == google.protobuf.Duration && type(optional.none()) == optional_type",
      "b'ü\\xff' == b'\\303\\274\\377' && .5 + 1e0 == 1.5 && (1 == 1 == true) && '\\u00fc' == 'ü' && --1 == 1",
      "'\\u0085a\\ufeff'.trim() == 'a\\ufeff' && '%.0f'.format([2.5]) == '2' && !(dyn(3.1) in {1: 1})",
      'dyn(9223372036854775807) <= 9223372036854775808.0 && dyn(9007199254740993) == 9007199254740992.0',
    ])
      expect(holds(text), text).to.equal(true)
    expect(failure('[1].slice(0, 2) == []')).to.equal('cannot slice(0, 2), list is length 1')
    expect(failure('lists.range(2000000).size() == 1')).to.equal('operation cancelled: actual cost limit exceeded')
    expect(refusal('int(-9223372036854775808.0) == 1')).to.contain('integer overflow')
    expect(refusal("'a'.matches('[')")).to.contain('error parsing regexp')
    expect(refusal('[[1]].sort() == [[1]]')).to.contain('found no matching overload')
    expect(refusal('Object{a: 1} == 1')).to.contain("undeclared reference to 'Object'")
  })

  it('take a member that is null for none, and do not break at an element that is', () => {
    for (const text of [
      '!has(self.none)',
      '!self.?none.hasValue()',
      'self.nulls[0] == self.nulls[0]',
      '!self.nulls[?0].optMap(x, x.size()).hasValue() || true',
    ])
      expect(text).to.satisfy((each: string) => holds(each))
    for (const text of [
      "self.nulls[0] + 'a' == 'a'",
      "self.nulls[0].startsWith('a')",
      'size(self.nulls[0]) == 0',
      "self.nulls[0].matches('a')",
    ])
      expect(failure(text)).to.contain('no such overload')
    expect(failure('self.none.x.size() == 0')).to.equal('no such key: none')
  })

  it('are estimated as upstream does it', () => {
    const cost = (text: string) => compileExpression(text, type, { optionalOldSelf: false, wanted: 'bool' }).cost
    for (const [text, units] of [
      ['self.n == self.n', 4],
      ['self.list.all(x, x > 0)', 2 + 10 * 5 + 1],
      ['self.list.filter(x, x > 0).size() > 0', 2 + 10 + 10 * 15 + 1 + 2],
      ["self.s.startsWith('abc')", 3],
      ['self.s.size() == 1', 4],
      ["dyn('a') == self.port", 4],
      ['self.words.sortBy(x, x).size() == 1', 378],
      ['self.map.transformMap(k, v, v).size() == 1', 2 + 30 + 5 * 4 + 1 + 2],
      ["string(self.n) + 'a' == 'b'", Number.POSITIVE_INFINITY],
    ] as const)
      expect(cost(text), text).to.equal(units)
  })

  it('know lists by their ends, texts by their zones, and what can not be beforehand', () => {
    for (const text of [
      'self.list.first().value() == 3 && self.list.last().value() == 2 && !self.list.filter(x, x > 9).first().hasValue()',
      "string(timestamp('2021-06-30T12:34:56+02:00')) == '2021-06-30T12:34:56+02:00'",
      "sign(quantity('-1')) == -1 && 'a'.indexOf('', 5) == 5 && 'a'.indexOf('b', 5) == -1",
    ])
      expect(holds(text), text).to.equal(true)
    for (const text of [
      "'%d'.format(['a']) == ''",
      "'%s'.format([1, 2]) == ''",
      "'%q'.format([1]) == ''",
      "'%d %d'.format([1]) == ''",
      "int('a') == 1",
      "self.s.find('(') == ''",
      'self.list[1.0] == 1',
      "jsonpatch.escapeKey('a') == 'a'",
      'self.list.existsOne(x, x == 1)',
      "quantity('1').sign() == 1",
    ])
      expect(refusal(text), text).to.contain('compilation failed')
  })

  it('knows no names in backticks, as upstream leaves that syntax off', () => {
    for (const text of ["self.`a-b` == 'dash'", 'has(self.`s`)', "{'a': 1}.`a` == 1"])
      expect(refusal(text), text).to.contain('Syntax error')
    for (const text of ["self.a__dash__b == 'dash'", "'`b`' == '`' + 'b`' // `c"])
      expect(holds(text), text).to.equal(true)
  })

  it('refuses lists and maps that hold several types, but for what is formatted', () => {
    const rows = [
      ['[1, [2]].size() == 2', "1:5: expected type 'int' but found 'list(int)'"],
      ["{'a': 1, 'b': 'c'}.size() == 2", "1:15: expected type 'int' but found 'string'"],
      ["['a', dyn('b')].size() == 2", "expected type 'string' but found 'dyn'"],
      ["[[], [1], ['a']].size() == 3", "expected type 'list(int)' but found 'list(string)'"],
      ["[timestamp('2020-01-01T00:00:00Z'), 1].size() == 2", "expected type 'timestamp' but found 'int'"],
      ["['a'].flatten().size() == 1", "found no matching overload for 'flatten' applied to 'list(string).()'"],
    ]
    for (const [text, why] of rows) expect(refusal(text!), text).to.contain(why)
    for (const text of ["'%d %s'.format([1, 'a']) == '1 a'", '[[], [1]].size() == 2', "[dyn(1), dyn('a')].size() == 2"])
      expect(holds(text), text).to.equal(true)
  })

  it('builds lists and maps with optional entries', () => {
    for (const text of [
      '[1, ?self.?n, ?self.?absent.optMap(x, x.size())] == [1, 5]',
      "[?optional.none(), 'a'].size() == 1 && [?{'a': 1}[?'b'], 2] == [2]",
      "{?'a': self.?s, ?'b': self.?absent, 'c': 'd'} == {'a': 'hello', 'c': 'd'}",
      "{'x': [?optional.of(1)], ?'y': optional.of([?optional.of(2), 3])} == {'x': [1], 'y': [2, 3]}",
      '[true ? 1 : 2, ?self.n > 1 ? optional.of(3) : optional.none()] == [1, 3]',
      "1 in [?optional.of(1)] && ['?', r'?', '''a?'''].size() == 3 && self.list[?9].orValue(7) == 7",
    ])
      expect(holds(text), text).to.equal(true)
    expect(refusal('[?self.n].size() == 1')).to.contain("expected type 'optional_type(int)' but found 'int'")
    expect(refusal("{?'a': 1}.size() == 1")).to.contain("expected type 'optional_type(int)' but found 'int'")
    expect(failure('[?dyn(1)].size() == 1')).to.contain('optional entry')
  })
})
