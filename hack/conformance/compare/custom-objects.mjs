/** People's own objects, right and wrong at each place: schema, formats, numbers at their edges, lists, rules; created and updated (dry). */
import { define, shirt, shirts } from './custom-kind.mjs'
import { mutations, put } from './places.mjs'

const formats = {
  byte: ['YQ==', 'YQ', 'a_-='],
  date: ['2020-01-31', '2020-02-30', '2020-1-1'],
  'date-time': [
    '2020-01-31T10:00:00Z',
    '2020-01-31t10:00:00.5+02:00',
    '2020-01-31 10:00:00Z',
    '2020-01-31T24:00:00Z',
    '2020-01-31T10:00:60Z',
    '2020-01-31T10:00:00',
  ],
  duration: ['1h', '3 days', '1.5h', '-2m', '1', 'h', '0', '5 weeks and a bit', '99999999999h'],
  email: ['a@b.c', 'A <a@b.c>', 'a', 'a@', 'a b@c'],
  hostname: ['a.b', 'a_b', '-a', 'a.', 'A', '1', 'a'.repeat(64), 'a.1', 'ä.de'],
  ipv4: ['1.2.3.4', '01.2.3.4', '1.2.3', '::1', '::ffff:1.2.3.4'],
  ipv6: ['::1', '1.2.3.4', 'fe80::1%eth0', '::ffff:1.2.3.4'],
  cidr: ['1.2.3.0/24', '01.2.3.0/24', '1.2.3.4/33', '::/0', '1.2.3.4'],
  mac: ['00:00:5e:00:53:01', '0000.5e00.5301', '00-00-5e-00-53-01', '00:00'],
  uri: ['http://a', '/a', 'a', 'a:b', 'http://a b', 'http://[::1', '//a', '', 'mailto:a@b'],
  uuid: ['123e4567-e89b-12d3-a456-426614174000', '123E4567E89B12D3A456426614174000', '123'],
  uuid3: [
    '123e4567-e89b-32d3-a456-426614174000',
    '123e4567-e89b-12d3-a456-426614174000',
    '123e4567-e89b-32d3-0456-426614174000',
  ],
  uuid4: ['123e4567-e89b-42d3-a456-426614174000', '123e4567-e89b-42d3-c456-426614174000'],
  uuid5: ['123e4567-e89b-52d3-a456-426614174000', '123e4567-e89b-12d3-a456-426614174000'],
  isbn: ['0321751043', '978-0321751041', '1'],
  isbn10: ['0321751043', '978-0321751041'],
  isbn13: ['0321751043', '978-0321751041'],
  creditcard: ['4111111111111111', '4111-1111-1111-1111', '1'],
  ssn: ['123-45-6789', '1'],
  hexcolor: ['#FFF', 'fff000', '#ff'],
  rgbcolor: ['rgb(1,2,3)', 'rgb(1, 2, 300)', 'rgb(1,2)'],
  bsonobjectid: ['507f1f77bcf86cd799439011', '1'],
  password: ['', 'a'],
  'k8s-short-name': ['a', 'A', 'a.b', 'a'.repeat(64)],
  'k8s-long-name': ['a.b', 'A', '-a', 'a'.repeat(254)],
}

const numbers = [
  '0',
  '-1',
  '1',
  '1.0',
  '1.5',
  '1e2',
  '3',
  '4',
  '5',
  '5.000000001',
  '9',
  '10',
  '0.3',
  '-0',
  '1e300',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '-9223372036854775808',
  '2147483647',
  '2147483648',
  '3.4e38',
  '3.5e38',
  '1e999',
  '"1"',
  'true',
  'null',
  '"A"',
  '[]',
  '{}',
]

export default async function askCustomObjects(twins) {
  twins.known.push(
    [
      /^body\.metadata\.managedFields: - \|/,
      'upstream forgets all managers when the status that is dropped has a wrong type',
    ],
    [
      /multipleOf of spec\.numbers\.thirds/,
      '1.0 and 1 are one number here; upstream takes a whole one for a multiple of nothing',
    ],
    [/apiVersion.*(500|InternalError)|^status: 500 \| 422/, 'a patch that takes the apiVersion away is 422 here'],
  )
  await define(twins)
  const path = `${shirts}?dryRun=All`
  const create = (body, note) => twins.ask({ method: 'POST', path, body }, { note })
  await create(shirt, 'good')
  for (const [note, body] of mutations(shirt, ([first]) => first !== 'metadata')) await create(body, note)
  for (const [format, texts] of Object.entries(formats))
    for (const text of [...texts, 'x\ny', 7, [], {}])
      await create(
        put(shirt, ['spec', 'formats'], { [format]: text }),
        `${format} ${JSON.stringify(text).slice(0, 70)}`,
      )
  for (const name of [
    'integer',
    'int32',
    'int64',
    'number',
    'float',
    'double',
    'either',
    'fifths',
    'fraction',
    'halves',
    'enum',
    'above',
    'below',
    'low',
    'thirds',
  ])
    for (const number of numbers) {
      const body = JSON.stringify(put(shirt, ['spec', 'numbers'], { [name]: 'HERE' })).replace('"HERE"', number)
      await twins.ask({ method: 'POST', path, body }, { note: `${name} ${number}` })
    }
  const standing = async (object, name) => {
    const body = { ...object, metadata: { name } }
    await twins.ask({ method: 'POST', path: shirts, body }, { note: `stands ${name}` })
    return `${shirts}/${name}`
  }
  const at = await standing(shirt, 'stands')
  for (const [note, body] of mutations(shirt, ([first]) => first !== 'metadata'))
    for (const below of ['', '/status'])
      await twins.ask(
        {
          method: 'PATCH',
          path: `${at}${below}?dryRun=All`,
          headers: { 'content-type': 'application/merge-patch+json' },
          body: { ...body, metadata: {} },
        },
        { note: `patched ${below} ${note}` },
      )
}
