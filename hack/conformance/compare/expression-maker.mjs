/** Random schemas, values of them, and expressions of CEL over them: well typed, or wrong at one place. */

const text = (most) => ({ type: 'string', ...(most === undefined ? {} : { maxLength: most }) })
const list = (items, more) => ({ type: 'array', items, ...more })
const object = (properties, more) => ({ type: 'object', properties, ...more })

/** Names that rules say as they are, or escaped. */
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'x-y', 'in', 'p.q', 'namespace', 'under__score', 's/t', 'type']

/** What may stand in a schema, with how rules see it: [schema, type]. */
function member(die, depth) {
  const most = () => die.one([undefined, 0, 1, 5, 64])
  const scalars = [
    () => [{ type: 'boolean' }, 'bool'],
    () => [{ type: 'integer', ...die.one([{}, { format: 'int32' }, { minimum: -5, maximum: 99 }]) }, 'int'],
    () => [{ type: 'number', ...die.one([{}, { format: 'double' }]) }, 'double'],
    () => [text(most()), 'string'],
    () => [text(), 'string'],
    () => [{ type: 'string', enum: ['a', 'bc', 'def'] }, 'string'],
    () => [{ type: 'string', format: 'date-time' }, 'timestamp'],
    () => [{ type: 'string', format: 'date', ...die.one([{}, { maxLength: 20 }]) }, 'timestamp'],
    () => [{ type: 'string', format: 'duration' }, 'duration'],
    () => [{ type: 'string', format: 'byte', ...die.one([{}, { maxLength: 40 }]) }, 'bytes'],
    () => [{ 'x-kubernetes-int-or-string': true }, 'dyn'],
  ]
  if (depth === 0 || die.is(0.5)) {
    const [schema, type] = die.one(scalars)()
    return die.is(0.1) && type !== 'dyn' ? [{ ...schema, nullable: true }, type] : [schema, type]
  }
  const bound = (name) => die.one([{}, { [name]: 3 }, { [name]: 20 }])
  switch (die.below(4)) {
    case 0: {
      const [items, type] = member(die, depth - 1)
      const isPlain = items.type === 'string' && !items.nullable
      return [
        list(items, { ...bound('maxItems'), ...(isPlain && die.is(0.3) ? { 'x-kubernetes-list-type': 'set' } : {}) }),
        `list<${type}>`,
      ]
    }
    case 1: {
      const [value, type] = member(die, depth - 1)
      return [{ type: 'object', additionalProperties: value, ...bound('maxProperties') }, `map<string,${type}>`]
    }
    case 2: {
      const [items, fields] = members(die, depth - 1)
      items.properties.name = text(9)
      items.required = ['name']
      const type = objectType({ ...fields, name: 'string' })
      return [
        list(items, { ...bound('maxItems'), 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] }),
        `list<${type}>`,
      ]
    }
    default: {
      const [inner, fields] = members(die, depth - 1)
      return [inner, objectType(fields)]
    }
  }
}

/** Types of objects are told by a number: their fields are long. */
const objects = new Map()
const objectType = (fields) => {
  const name = `object${objects.size}`
  objects.set(name, fields)
  return name
}

function members(die, depth) {
  const properties = {}
  const fields = {}
  for (const name of names.filter(() => die.is(0.45))) {
    const [schema, type] = member(die, depth)
    properties[name] = schema
    fields[escaped(name)] = type
  }
  return [object(properties, { required: Object.keys(properties).filter(() => die.is(0.4)) }), fields]
}

const escaped = (name) =>
  ['in', 'namespace'].includes(name)
    ? `__${name}__`
    : name.replace('__', '__underscores__').replace('-', '__dash__').replace('.', '__dot__').replace('/', '__slash__')

/** A schema of an object, and the type by which rules see it. */
export function schemaOf(die) {
  for (;;) {
    const [schema, fields] = members(die, 2)
    if (Object.keys(fields).length > 2) return { schema, type: objectType(fields) }
  }
}

const words = [
  '',
  'a',
  'bc',
  'abc',
  'a.b',
  '1',
  '-1',
  '1.5',
  '1Gi',
  '10.0.0.1',
  '10.0.0.0/8',
  '::1',
  'https://a.b:80/c?d=e&d=f',
  '1.2.3',
  'v1.2',
  'ä',
  '😀b',
  'A-b',
  'true',
  '2020-01-01',
  '2020-01-01T00:00:00Z',
  '1h',
  'a,b,c',
  '%s',
]

/** A value that the schema takes, most often. */
export function drawn(die, schema) {
  if (schema.nullable && die.is(0.2)) return null
  if (schema['x-kubernetes-int-or-string']) return die.one([0, 1, 5, 'a', '50%'])
  const count = () => die.below(Math.min(4, (schema.maxItems ?? schema.maxProperties ?? 4) + 1))
  switch (schema.type) {
    case 'boolean':
      return die.is(0.5)
    case 'integer':
      return die.one([0, 1, -1, 2, 3, 7, 50])
    case 'number':
      return die.one([0, 1, -1.5, 2.25, 100, 1e21, 0.1])
    case 'string':
      if (schema.enum) return die.one(schema.enum)
      if (schema.format === 'date') return die.one(['2020-01-01', '1999-12-31'])
      if (schema.format === 'date-time') return die.one(['2020-01-01T00:00:00Z', '2021-06-30T12:34:56.789+02:00'])
      if (schema.format === 'duration') return die.one(['1h', '90s', '1.5h', '0s'])
      if (schema.format === 'byte') return die.one(['', 'YQ==', 'AAECAw=='])
      return die.one(words).slice(0, schema.maxLength ?? 99)
    case 'array': {
      const all = Array.from({ length: count() }, () => drawn(die, schema.items))
      if (schema['x-kubernetes-list-type'] === 'set') return [...new Set(all)]
      if (schema['x-kubernetes-list-type'] !== 'map') return all
      return [...new Map(all.map((each) => [each.name, each])).values()]
    }
    default: {
      if (schema.additionalProperties)
        return Object.fromEntries(
          Array.from({ length: count() }, () => [
            die.one(['a', 'b', 'c', 'd']),
            drawn(die, schema.additionalProperties),
          ]),
        )
      const isThere = (name) => schema.required?.includes(name) || die.is(0.6)
      return Object.fromEntries(
        Object.entries(schema.properties).flatMap(([name, each]) => (isThere(name) ? [[name, drawn(die, each)]] : [])),
      )
    }
  }
}

const quoted = (word) => `'${word}'`
const plain = ['bool', 'int', 'double', 'string', 'bytes', 'timestamp', 'duration', 'uint']
const ordered = ['int', 'double', 'string', 'timestamp', 'duration', 'uint', 'bytes', 'bool']

const literals = {
  bool: ['true', 'false'],
  int: ['0', '1', '-1', '2', '3', '10', '9223372036854775807', '0x1F'],
  uint: ['0u', '1u', '7u'],
  double: ['0.0', '1.5', '-2.0', '1e300', '.5'],
  string: words.map(quoted),
  bytes: ["b''", "b'abc'", "b'\\xff'"],
  null_type: ['null'],
  type: ['int', 'string', 'bool', 'list', 'map', 'type(1)'],
  timestamp: ["timestamp('2020-01-01T00:00:00Z')", "timestamp('2021-06-30T12:34:56.789Z')"],
  duration: ["duration('1h')", "duration('90s')", "duration('1ms')"],
  quantity: ["quantity('1Gi')", "quantity('500m')", "quantity('-1')", "quantity('x')"],
  ip: ["ip('10.0.0.1')", "ip('::1')", "ip('x')"],
  cidr: ["cidr('10.0.0.0/8')", "cidr('::/0')", "cidr('10.0.0.1/24')"],
  url: ["url('https://a.b:80/c?d=e')", "url('/p')"],
  semver: ["semver('1.2.3')", "semver('2.0.0-rc.1')", "semver('v1.2', true)"],
  format: [
    'format.dns1123Label()',
    'format.uri()',
    'format.date()',
    'format.labelValue()',
    "format.named('uuid').value()",
    'format.qualifiedName()',
    'format.byte()',
    'format.datetime()',
  ],
  dyn: ['dyn(1)', "dyn('a')", 'dyn([1])'],
}

/** By result: what a call of it looks like; `{type}` is an expression of that type. */
const calls = {
  bool: [
    '!{bool}',
    '{bool} && {bool}',
    '{bool} || {bool}',
    '{string}.startsWith({string})',
    '{string}.endsWith({string})',
    '{string}.contains({string})',
    "{string}.matches('^[a-z]+$')",
    '{string}.matches({string})',
    "matches({string}, 'a|b')",
    'isQuantity({string})',
    'isIP({string})',
    'isCIDR({string})',
    'isURL({string})',
    'isSemver({string})',
    'isSemver({string}, {bool})',
    'ip.isCanonical({string})',
    '{ip}.isLoopback()',
    '{ip}.isGlobalUnicast()',
    '{ip}.isUnspecified()',
    '{ip}.isLinkLocalUnicast()',
    '{ip}.isLinkLocalMulticast()',
    '{cidr}.containsIP({ip})',
    '{cidr}.containsIP({string})',
    '{cidr}.containsCIDR({cidr})',
    '{cidr}.containsCIDR({string})',
    '{quantity}.isInteger()',
    '{quantity}.isLessThan({quantity})',
    '{quantity}.isGreaterThan({quantity})',
    '{semver}.isLessThan({semver})',
    '{semver}.isGreaterThan({semver})',
    '{quantity} == {quantity}',
    '{ip} == {ip}',
    '{cidr} == {cidr}',
    '{url} == {url}',
    '{semver} == {semver}',
    'bool({string})',
    '{type} == {type}',
    '{dyn} == {dyn}',
    '{dyn} == {int}',
    '{dyn} == {string}',
    '{format}.validate({string}).hasValue()',
    '{list<int>}.isSorted()',
    '{list<string>}.isSorted()',
    'sets.contains({list<int>}, {list<int>})',
    'sets.intersects({list<string>}, {list<string>})',
    'sets.equivalent({list<string>}, {list<string>})',
    '{optional<int>}.hasValue()',
    '{optional<string>} == {optional<string>}',
    '{null_type} == {null_type}',
    '{bool} ? {bool} : {bool}',
    '{int} == {double}',
    '{int} < {double}',
    'format.named({string}).hasValue()',
  ],
  int: [
    '{int} + {int}',
    '{int} - {int}',
    '{int} * {int}',
    '{int} / {int}',
    '{int} % {int}',
    '-{int}',
    'size({string})',
    '{string}.size()',
    '{bytes}.size()',
    'size({list<int>})',
    'int({double})',
    'int({string})',
    'int({timestamp})',
    'int({uint})',
    'int({duration})',
    '{string}.indexOf({string})',
    '{string}.indexOf({string}, {int})',
    '{string}.lastIndexOf({string})',
    '{string}.lastIndexOf({string}, {int})',
    '{timestamp}.getFullYear()',
    '{timestamp}.getMonth()',
    '{timestamp}.getDate()',
    '{timestamp}.getDayOfWeek()',
    '{timestamp}.getDayOfYear()',
    '{timestamp}.getDayOfMonth()',
    "{timestamp}.getHours('Europe/Berlin')",
    "{timestamp}.getMinutes('+02:30')",
    '{duration}.getHours()',
    '{duration}.getMinutes()',
    '{duration}.getSeconds()',
    '{duration}.getMilliseconds()',
    '{timestamp}.getMilliseconds()',
    'sign({quantity})',
    '{quantity}.asInteger()',
    '{quantity}.compareTo({quantity})',
    '{semver}.major()',
    '{semver}.minor()',
    '{semver}.patch()',
    '{semver}.compareTo({semver})',
    '{ip}.family()',
    '{cidr}.prefixLength()',
    '{list<int>}.sum()',
    '{list<int>}.min()',
    '{list<int>}.max()',
    '{list<int>}.indexOf({int})',
    '{list<string>}.lastIndexOf({string})',
    '{optional<int>}.orValue({int})',
    '{optional<int>}.value()',
    '{list<int>}[{int}]',
    '{bool} ? {int} : {int}',
    '{list<int>}.first().value()',
    '{list<int>}.last().orValue({int})',
  ],
  uint: ['uint({int})', '{uint} + {uint}', 'uint({string})', '{uint} * {uint}'],
  double: [
    '{double} + {double}',
    '{double} / {double}',
    '{double} * {double}',
    'double({int})',
    'double({string})',
    '-{double}',
    '{quantity}.asApproximateFloat()',
    '{list<double>}.sum()',
    '{list<double>}.max()',
  ],
  string: [
    '{string} + {string}',
    'string({int})',
    'string({double})',
    'string({bool})',
    'string({timestamp})',
    'string({duration})',
    'string({bytes})',
    'string({uint})',
    '{string}.charAt({int})',
    '{string}.lowerAscii()',
    '{string}.upperAscii()',
    '{string}.trim()',
    '{string}.replace({string}, {string})',
    '{string}.replace({string}, {string}, {int})',
    '{string}.substring({int})',
    '{string}.substring({int}, {int})',
    '{list<string>}.join()',
    "{list<string>}.join(',')",
    '{string}.split({string})[{int}]',
    "'%s'.format([{string}])",
    "'%d-%s'.format([{int}, {bool}])",
    "'%.2f'.format([{double}])",
    "'%x %s'.format([{int}, {list<int>}])",
    '{string}.find({string})',
    "{string}.find('[0-9]+')",
    '{url}.getHost()',
    '{url}.getScheme()',
    '{url}.getHostname()',
    '{url}.getPort()',
    '{url}.getEscapedPath()',
    'string({ip})',
    'string({cidr})',
    'string({quantity})',
    'strings.quote({string})',
    '{bool} ? {string} : {string}',
    '{optional<string>}.orValue({string})',
    '{list<string>}.min()',
    '{list<string>}[{int}]',
    '{format}.validate({string}).orValue([]).join()',
    'string({string})',
    'string({dyn})',
    '{string}.reverse()',
    '{dyn}',
  ],
  bytes: ['bytes({string})', '{bytes} + {bytes}'],
  timestamp: [
    '{timestamp} + {duration}',
    '{timestamp} - {duration}',
    'timestamp({string})',
    'timestamp({int})',
    '{duration} + {timestamp}',
  ],
  duration: [
    'duration({string})',
    '{duration} + {duration}',
    '{duration} - {duration}',
    '{timestamp} - {timestamp}',
    '{list<duration>}.sum()',
  ],
  quantity: ['quantity({string})', '{quantity}.add({quantity})', '{quantity}.sub({quantity})', '{quantity}.add({int})'],
  ip: ['ip({string})', '{cidr}.ip()'],
  cidr: ['cidr({string})', '{cidr}.masked()'],
  url: ['url({string})'],
  semver: ['semver({string})', 'semver({string}, {bool})'],
  type: ['type({int})', 'type({dyn})', 'type({list<int>})'],
  dyn: ['dyn({int})', 'dyn({string})', 'dyn({list<int>})'],
  'list<string>': [
    '{string}.split({string})',
    '{string}.split({string}, {int})',
    '{string}.findAll({string})',
    "{string}.findAll('[a-z]', {int})",
    'url({string}).getQuery().map(k, k)',
    '{format}.validate({string}).orValue([])',
  ],
  'list<int>': ['lists.range({int})', '[[1], {list<int>}].flatten()'],
}

/** Functions that rules do not have, or had not always. */
const strange = [
  '{quantity}.sign() == 1',
  'string({quantity}) == {string}',
  'math.greatest({int}, 1) > 0',
  'math.abs({int}) == 1',
  "base64.encode({bytes}) == ''",
  'cel.bind(x, {int}, x > 1)',
  'self.all(x, y, z, true)',
  'has({int})',
  'has(self)',
  'none({string})',
  'oldSelf == self',
  '{string}.format({string})',
  '{list<int>}.foo()',
  'x',
  'self.nothing == 1',
  'self.?nothing.hasValue()',
  '{int} + {string} == 1',
  '{string} < {int}',
  '{list<int>}.all(1, true)',
  '{list<string>}.exists(x, {int})',
  'type(self) == int',
  "self['a'] == 1",
  'dyn(self).a == 1',
  '{bool} == {null_type}',
  'self == null',
  '{',
  "'unclosed",
  '1 +',
  '{int}..{int}',
  '{bool} and {bool}',
  'authorizer.path({string}).check({string}).allowed()',
  'request.name == {string}',
  "regex.replace({string}, 'a', 'b') == 'b'",
  '{string}.isEmpty()',
  'google.protobuf.Timestamp{seconds: {int}} == {timestamp}',
  'google.protobuf.StringValue{value: {string}} == {string}',
  '{list<int>}[0u] == 1',
  '{list<int>}[1.0] == 1',
  '{list<int>}[?{int}].hasValue()',
  'has(self.__in__)',
  'self.__namespace__ == {string}',
  'jsonpatch.escapeKey({string}) == {string}',
]

export class Maker {
  /** `wrong`: how often an expression of another type stands somewhere. */
  constructor(die, { self, old = false, wrong = 0.01 }) {
    this.die = die
    this.wrong = wrong
    this.variables = [['self', self], ...(old ? [['oldSelf', self]] : [])]
    this.fresh = 0
  }

  /** A rule, or what can't be one. */
  rule() {
    if (this.die.is(this.wrong * 4)) return this.filled(this.die.one(strange), 1)
    return this.of('bool', 3)
  }

  of(type, depth) {
    const { die } = this
    if (die.is(this.wrong)) return this.of(die.one(plain), Math.max(0, depth - 1))
    const reached = this.reach(type)
    if (reached.length > 0 && die.is(depth > 0 ? 0.3 : 0.8)) return die.one(reached)
    if (depth <= 0) return this.leaf(type)
    const ways = [...(calls[type] ?? []).map((call) => () => this.filled(call, depth)), ...this.generic(type, depth)]
    if (ways.length === 0) return this.leaf(type)
    const made = die.one(ways)()
    return /^[\w.]+$/.test(made) ? made : `(${made})`
  }

  filled(call, depth) {
    return call.replace(/{([^{}]+)}/g, (_, type) => this.of(type, depth - 1))
  }

  leaf(type) {
    const { die } = this
    if (literals[type]) return die.one(literals[type])
    const [, holder, inner] = /^(list|map|optional)<(.*)>$/.exec(type) ?? []
    if (holder === 'list') return `[${Array.from({ length: die.below(3) }, () => this.leaf(inner)).join(', ')}]`
    if (holder === 'map') return `{${die.is(0.5) ? `'a': ${this.leaf(inner.slice(inner.indexOf(',') + 1))}` : ''}}`
    if (holder === 'optional') return die.is(0.3) ? 'optional.none()' : `optional.of(${this.leaf(inner)})`
    return die.one(this.variables)[0]
  }

  /** Paths from what is in sight to values of the type. */
  reach(wanted) {
    const found = []
    const look = (path, type, depth) => {
      if (type === wanted) found.push(path)
      const fields = objects.get(type)
      if (fields && depth > 0)
        for (const [name, inner] of Object.entries(fields)) {
          look(`${path}.${name}`, inner, depth - 1)
          if (wanted === `optional<${inner}>`) found.push(`${path}.?${name}`)
          if (wanted === 'bool') found.push(`has(${path}.${name})`)
        }
      const [, holder, inner] = /^(list|map)<(.*)>$/.exec(type) ?? []
      if (holder === 'list' && depth > 1) {
        look(`${path}[${this.die.below(2)}]`, inner, depth - 2)
        if (wanted === `optional<${inner}>`) found.push(`${path}[?0]`)
      }
      if (holder === 'map' && depth > 1) look(this.die.one([`${path}['a']`, `${path}.b`]), inner.slice(7), depth - 2)
    }
    for (const [name, type] of this.variables) look(name, type, 3)
    return found
  }

  generic(type, depth) {
    const { die } = this
    const any = () => die.one([...plain, 'list<int>', 'list<string>', ...this.holders()])
    const of = (inner) => this.of(inner, depth - 1)
    const [, holder, inner] = /^(list|optional|map)<(.*)>$/.exec(type) ?? []
    if (type === 'bool')
      return [
        () => this.pair(die.one(['==', '!=']), any(), depth),
        () => this.pair(die.one(['<', '<=', '>', '>=']), die.one(ordered), depth),
        () => this.macro(['all', 'exists', 'exists_one'], depth),
        () => this.macro(['all', 'exists', 'exists_one'], depth),
        () => this.twoNames(['all', 'exists', 'existsOne'], depth),
        () => {
          const each = die.one(['int', 'string', 'double'])
          return `${of(each)} in ${of(`list<${each}>`)}`
        },
        () => `${of('string')} in ${this.some('map', depth)[0]}`,
      ]
    if (holder === 'list')
      return [
        () => `[${of(inner)}, ${of(inner)}]`,
        () => `${of(type)} + ${of(type)}`,
        () => `${of(type)}.filter(${this.body(inner, 'bool', depth)})`,
        () => {
          const [source, each] = this.some('list', depth)
          return `${source}.map(${this.body(each, inner, depth)})`
        },
        () => {
          const [source, each] = this.some('list', depth)
          const name = this.name()
          return `${source}.map(${name}, ${this.with([[name, each]], 'bool', depth)}, ${this.with([[name, each]], inner, depth)})`
        },
        () => this.twoNames(['transformList'], depth, inner),
        () =>
          `${of(type)}.${die.one(['reverse()', 'distinct()', `slice(0, ${die.below(3)})`, ...(ordered.includes(inner) ? ['sort()'] : [])])}`,
        () => `${of(type)}.sortBy(${this.body(inner, die.one(ordered), depth)})`,
        () => `[${die.one(['', '?'])}${of(`optional<${inner}>`)}]`,
      ]
    if (holder === 'map')
      return [
        () => `{${of('string')}: ${of(inner.slice(7))}}`,
        () => this.twoNames(['transformMap'], depth, inner.slice(7)),
      ]
    if (holder === 'optional')
      return [
        () => `optional.of(${of(inner)})`,
        () => `optional.ofNonZeroValue(${of(inner)})`,
        () => `${of(type)}.or(${of(type)})`,
        () => {
          const each = die.one(plain)
          return `${of(`optional<${each}>`)}.optMap(${this.body(each, inner, depth)})`
        },
        () => {
          const each = die.one(plain)
          return `${of(`optional<${each}>`)}.optFlatMap(${this.body(each, type, depth)})`
        },
        () => `${of(`list<${inner}>`)}[?${of('int')}]`,
        () => `${of(`list<${inner}>`)}.${die.one(['first', 'last'])}()`,
      ]
    return []
  }

  pair(operator, type, depth) {
    return `${this.of(type, depth - 1)} ${operator} ${this.of(type, depth - 1)}`
  }

  /** Types of lists and maps in sight. */
  holders(kind = '') {
    const types = [...objects.entries()].flatMap(([, fields]) => Object.values(fields))
    return [...new Set(types)].filter(
      (type) => /^(list|map)</.test(type) && type.startsWith(kind) && this.reach(type).length > 0,
    )
  }

  /** An expression of a list or map, and the type of what is in it. */
  some(kind, depth) {
    const { die } = this
    const all = this.holders(kind)
    const type =
      all.length > 0 && die.is(0.7)
        ? die.one(all)
        : kind === 'map'
          ? 'map<string,int>'
          : die.one(['list<int>', 'list<string>'])
    const inner = kind === 'map' ? type.slice(11, -1) : type.slice(5, -1)
    return [this.of(type, depth - 1), inner]
  }

  name() {
    return `v${this.fresh++}`
  }

  with(variables, type, depth) {
    this.variables.push(...variables)
    const made = this.of(type, depth - 1)
    this.variables.length -= variables.length
    return made
  }

  body(each, result, depth) {
    const name = this.name()
    return `${name}, ${this.with([[name, each]], result, depth)}`
  }

  macro(macros, depth) {
    const kind = this.die.one(['list', 'list', 'map'])
    const [source, each] = this.some(kind, depth)
    return `${source}.${this.die.one(macros)}(${this.body(kind === 'map' ? 'string' : each, 'bool', depth)})`
  }

  twoNames(macros, depth, result = 'bool') {
    const kind = this.die.one(['list', 'map'])
    const [source, each] = this.some(kind, depth)
    const [key, value] = [this.name(), this.name()]
    const names = [
      [key, kind === 'map' ? 'string' : 'int'],
      [value, each],
    ]
    return `${source}.${this.die.one(macros)}(${key}, ${value}, ${this.with(names, result, depth)})`
  }
}
