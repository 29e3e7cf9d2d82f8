import { expect } from 'chai'
import { StatusError } from '../meta/index.js'
import { errorEncodingOf, type Offer, wantedOf } from './media-type.js'

const protobuf = 'application/vnd.kubernetes.protobuf'
const shape = (as: string, version = 'v1') => `as=${as};v=${version};g=meta.k8s.io`

describe('what Accept asks for', () => {
  for (const [accept, expected, offer = 'objects'] of [
    ['*/*;q=1, application/yaml;q=0.1', 'yaml'],
    ['application/*, application/yaml;q=0.1', 'yaml'],
    ['application/json;q=0.1, application/yaml;q=0.2', 'yaml'],
    ['application/json;q=x, application/yaml;q=0.5', 'yaml'],
    ['application/json;q= 0.9, application/yaml;q=0.5', 'yaml'],
    ['application/json;q=, application/yaml;q=0.5', 'json'],
    ['application/json;q=0', 'json'],
    [',application/json/x, application/yaml', 'yaml'],
    ['application/*', undefined],
    ['application/*', 'json', 'own'],
    ['*', undefined],
    ['*, application/yaml;q=0', 'yaml'],
    ['Application/JSON', undefined],
    ['application/yaml;stream=watch', undefined],
    [`${protobuf};stream=watch`, 'protobuf'],
    [`${protobuf};stream=other, application/json`, 'json'],
    ['application/yaml;sv=v1', 'yaml'],
    ['application/yaml;sv=v1', undefined, 'plain'],
    ['application/yaml;sv=v2, */*', 'json'],
    [`application/json; as = Table ; v = v1 ; g = meta.k8s.io`, 'json Table'],
    [`*/*;${shape('Table', 'v1beta1')}`, 'json Table'],
    [`*/*;${shape('Table')}, application/yaml`, 'yaml', 'reviews'],
    [`${protobuf};${shape('Table')}, ${protobuf}`, 'protobuf'],
    [`${protobuf};${shape('PartialObjectMetadata')}`, 'protobuf PartialObjectMetadata', 'own'],
    [`${protobuf}, application/json`, 'json', 'own'],
    ['application/json;as=, application/yaml', 'json'],
    ['application/json;as=Table, application/yaml', 'yaml'],
    [`application/json;${shape('Table')}, application/yaml`, 'yaml', 'plain'],
  ] as readonly (readonly [string, string | undefined, Offer?])[])
    it(`${accept} is ${expected ?? 'refused'}${offer === 'objects' ? '' : ` (${offer})`}`, () => {
      if (expected === undefined) expect(() => wantedOf(accept, offer)).to.throw(StatusError)
      else {
        const { encoding, as } = wantedOf(accept, offer)
        expect(`${encoding} ${as}`.trim()).to.equal(expected)
      }
    })

  it('decides how errors are told too, for people when nothing can be had', () => {
    expect(errorEncodingOf(`${protobuf};${shape('PartialObjectMetadata')}, application/yaml`)).to.equal('yaml')
    expect(errorEncodingOf('application/*')).to.equal('json')
    expect(errorEncodingOf('text/html')).to.equal(undefined)
  })

  it('is read once, however many ranges and digits it has: a square of their number would take minutes', () => {
    for (const [accept, expected] of [
      ['application/json;q=0.1,'.repeat(400_000), 'json'],
      [`application/json;q=${'1'.repeat(9_000_000)}x`, 'json'],
      [`application/json;${' '.repeat(9_000_000)}a=b`, 'json'],
      [`application/json${'/'.repeat(9_000_000)}`, 'json'],
    ] as const)
      expect(errorEncodingOf(accept), accept.slice(0, 30)).to.equal(expected)
  })
})
