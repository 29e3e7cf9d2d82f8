/** Printer columns: paths written by hand and at random (SEED, ROUNDS), of each type, over objects of every shape; and paths that are none. */
import { setTimeout as sleep } from 'node:timers/promises'
import { dice } from './dice.mjs'

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const group = 'columns.example.com'
const table = 'application/json;as=Table;v=v1;g=meta.k8s.io'
const types = ['string', 'integer', 'number', 'boolean', 'date']

const objects = [
  {
    text: 'words <b> & "more"',
    empty: '',
    whole: 7,
    below: -3,
    real: 2.5,
    large: 123456789.5,
    tiny: 0.00000125,
    huge: 9007199254740992,
    yes: true,
    no: false,
    nothing: null,
    time: '2020-01-02T03:04:05Z',
    'a.b/c': 'dotted',
    'two words': 'spaced',
    map: { z: 1, a: '<&>', m: [1, 2] },
    one: { only: 'single' },
    list: [10, 20, 30, 40],
    texts: ['x', 'y', ''],
    mixed: [1, 'one', 1.5, null, true, { a: 1 }, [2]],
    none: [],
    items: [
      { type: 'Ready', status: 'True', n: 3, f: 1.5, tags: ['q'], in: { name: 'deep' } },
      { type: 'Other)', status: 'False', n: 1, same: 'x', other: 'x' },
      { type: "it's", status: 'Unknown', n: -2, flag: true },
    ],
  },
  { text: 5, whole: 'seven', real: 3, yes: 'true', time: 'yesterday', map: [], list: {}, items: 'none', one: 'text' },
  {},
]

const byHand = [
  ...Object.keys(objects[0]).map((name) => `.spec.${name.replaceAll(/[./]/g, '\\$&')}`),
  ...['.', '..', '.spec', '.spec.', '.spec..', '.spec.*', '.*', '..text', '..only', '..n', '..name', '.spec..type'],
  ...['.spec.one.*', '.spec.text.*', '.spec.list.*', '.spec.items.*.type', '.spec.*.only', '.spec...n', '. ..n'],
  ...['[0]', '[1]', '[-1]', '[-4]', '[-5]', '[4]', '[9]', '[]', '[*]', '[:]', '[1:]', '[:2]', '[1:3]', '[0:4:2]'].map(
    (index) => `.spec.list${index}`,
  ),
  ...[
    '[::2]',
    '[1:1]',
    '[3:1]',
    '[-2:]',
    '[:-1]',
    '[0:9]',
    '[0:4:0]',
    '[0:4:-1]',
    '[ 0]',
    '[+1]',
    '[-]',
    '[1:2:3:4]',
  ].map((index) => `.spec.list${index}`),
  ...['[0,1]', '[0, 2]', '[3,-1]', '[0,9]', '[a]', "['a']", '["a"]'].map((index) => `.spec.list${index}`),
  ...["['text']", "['text','whole']", "['a.b/c']", "['a\\.b/c']", "['two words']", '["text"]', "[ 'text']", "['']"].map(
    (name) => `.spec${name}`,
  ),
  '.spec.two words',
  '.spec.text.deeper',
  '.spec.nothing.deeper',
  '.spec.mixed[*].a',
  '.spec.mixed[6][0]',
  '.spec.items[*].type',
  '.spec.items[0].in.name',
  '.spec.items[*].tags[0]',
  '.spec.items.type',
  '.spec.map.m[1]',
  '.spec.one[0]',
  '.spec.text[0]',
  '.metadata.name',
  '.metadata.labels',
  '.metadata.creationTimestamp',
  '.kind',
  '.spec.text .spec.whole',
  '.spec.text "words"',
  '."words"',
  ". 'it\\'s'",
  '. "a\\tb"',
  '. 5',
  '. -5.5',
  '. true',
  '. range',
  '. end',
  '. other',
  '.spec@.text',
  '.spec$.text',
  '.spec.text$',
  '.spec.te\\xt',
  '.spec.text\\',
  ...[
    '@.type=="Ready"',
    "@.type=='Ready'",
    '@.type == "Ready"',
    '@.type!="Ready"',
    '@.type=="Other)"',
    '@.type=="it\'s"',
    "@.type=='it\\'s'",
    '@.type',
    '@.n',
    '@.flag',
    '@.flag==true',
    '@.flag!=true',
    '@.n==3',
    '@.n>1',
    '@.n>=1',
    '@.n<0',
    '@.n<=-2',
    '@.n==3.0',
    '@.n>0.5',
    '@.f==1.5',
    '@.f>1',
    '@.type>"P"',
    '@.flag>false',
    '@.same==@.other',
    '@.same!=@.other',
    '@.in.name=="deep"',
    '@.tags[0]=="q"',
    '@.tags[5]',
    '@.tags[5]=="q"',
    '@.tags=="q"',
    '@.in==1',
    '@.n===3',
    '@.n=3',
    '@.n=>3',
    '@.n<>3',
    '@.n==',
    '==3',
    '@.n==nothing',
    '@.n==null',
    'n==3',
    '.n==3',
    '$.n==3',
    '@.type=="Ready',
    '@.type=="Ready" && @.n==3',
    '@.*=="Ready"',
    '@..name=="deep"',
    '',
    ' ',
  ].flatMap((condition) => [`.spec.items[?(${condition})].status`, `.spec.items[?(${condition})]`]),
  '.spec.list[?(@>15)]',
  '.spec.list[?(@==20)]',
  '.spec.texts[?(@=="y")]',
  '.spec.mixed[?(@==1)]',
  '.spec.mixed[?(@.a==1)].a',
  '.spec.mixed[?(@.a)].a',
  '.spec.map[?(@.a)]',
  '.spec.one[?(@.only)]',
  '.spec.nothing[?(@.only)]',
  '.spec.items[?(@.n==3)][0]',
  '.spec.items[?(@.n==3)',
  '.spec.items[?(@.n==3]',
  '.spec.items[?(@.n==3)]]',
  '.spec.items[',
  '.spec.items]',
  '.spec.items[0',
  '.spec}',
  '.spec}{.spec',
  '.spec.text} and {.spec.whole',
  '.{spec}',
  '.spec.#',
  '.spec#',
  '.spec /',
  '.spec (',
  '.spec.ümlaut',
  '.spec\t.text',
  '.spec\n.text',
  '.spec,.text',
  '......n',
]

const parts = [
  '.spec',
  '.items',
  '.list',
  '.text',
  '.n',
  '.type',
  '.*',
  '..',
  '[*]',
  '[0]',
  '[-1]',
  '[1:]',
  '[0,1]',
  '.in',
  '.map',
  '.a',
]
const rare = [
  "['type']",
  '[?(@.n>0)]',
  '[?(@.type=="Ready")]',
  '[?(@.in)]',
  '.mixed',
  ' ',
  '@',
  '.',
  '[]',
  '"t"',
  '\\.',
  '.one',
  '.only',
  '[::2]',
]

const randomPath = ({ below, one, is }) =>
  `.spec${Array.from({ length: 1 + below(4) }, () => one(is(0.75) ? parts : rare)).join('')}`

const definitionOf = (name, columns) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${name}s.${group}` },
  spec: {
    group,
    scope: 'Cluster',
    names: { plural: `${name}s`, kind: name[0].toUpperCase() + name.slice(1) },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        additionalPrinterColumns: columns,
      },
    ],
  },
})

export default async function askColumns(twins) {
  const seed = Number(process.env.SEED ?? 1)
  const chance = dice(seed)
  const paths = [...byHand, ...Array.from({ length: 40 * Number(process.env.ROUNDS ?? 10) }, () => randomPath(chance))]
  const sides = [twins.upstream, twins.operon]
  /** Columns of one kind, and how many of them upstream shows. */
  const show = async (name, columns) => {
    const body = definitionOf(name, columns)
    const answers = await Promise.all(sides.map((side) => side.ask({ method: 'POST', path: definitions, body })))
    twins.tell(`${name}: create`, answers[0].status, answers[1].status)
    const plural = `/apis/${group}/v1/${name}s`
    const kind = body.spec.names.kind
    const tables = await Promise.all(
      sides.map(async (side) => {
        for (let tries = 0; tries < 200 && (await side.ask({ path: plural })).status !== 200; tries++) await sleep(50)
        for (const [at, spec] of objects.entries()) {
          const object = JSON.stringify({ apiVersion: `${group}/v1`, kind, metadata: { name: `o${at}` }, spec })
          await side.ask({ method: 'POST', path: plural, body: object.replace('9007199254740992', '9007199254740993') })
        }
        const answer = (await side.ask({ path: plural, headers: { accept: table } })).json
        await side.ask({ method: 'DELETE', path: `${definitions}/${body.metadata.name}` })
        return answer
      }),
    )
    const [theirs, ours] = tables.map(({ columnDefinitions, rows }) => ({
      shown: columnDefinitions.length - 1,
      cells: rows.map(({ cells }) => cells.slice(1)),
    }))
    for (const [at, { jsonPath, type }] of columns.slice(0, Math.min(theirs.shown, ours.shown)).entries()) {
      const of = ({ cells }) => cells.map((row) => (type === 'string' && row[at]?.length > 200 ? 'long' : row[at]))
      twins.tell(`${JSON.stringify(jsonPath)} as ${type}`, of(theirs), of(ours))
    }
    // A path that can't be read takes the columns after it away.
    if (theirs.shown < columns.length || theirs.shown !== ours.shown)
      twins.tell(
        `${JSON.stringify(columns[Math.min(theirs.shown, ours.shown)].jsonPath)}: can it be read?`,
        theirs.shown,
        ours.shown,
      )
    return theirs.shown
  }
  const most = 100
  const columns = paths.flatMap((jsonPath) => types.map((type) => ({ jsonPath, type })))
  for (let at = 0; at < columns.length; ) {
    const next = columns.slice(at, at + most).map((column, place) => ({ name: `c${place}`, ...column }))
    const shown = await show(`kind${at}`, next)
    at += shown
    if (shown < next.length) while (columns[at]?.jsonPath === next[shown].jsonPath) at++
  }
}
