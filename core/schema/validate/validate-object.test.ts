/** Validation by the generated code, in upstream's words. */
import { expect } from 'chai'
import { decodeObject } from '../decode/index.js'
import { applyDefaults } from '../defaults/index.js'
import { loadBuiltIns } from '../load.js'
import { namedFormats } from './formats.js'
import { validateObject } from './validate-object.js'

const { definitions } = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))

function wrong(plural: string, body: object): string[] {
  const version = definitions.find((definition) => definition.names.plural === plural)!.versions[0]!
  const { object } = decodeObject(version, structuredClone({ metadata: {}, ...body }))
  applyDefaults(version, object)
  return validateObject(version, object).map(({ field, message, reason }) => `${reason} ${field}: ${message}`)
}

const container = { name: 'c', image: 'i' }
const pod = (spec: object) => wrong('pods', { spec: { containers: [container], ...spec } })

describe('validateObject', () => {
  it('has nothing to say of a good object', () => {
    expect(pod({})).to.deep.equal([])
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [container] } }
    expect(wrong('deployments', { spec: { selector: { matchLabels: { a: 'b' } }, template } })).to.deep.equal([])
  })

  it('asks for what must be there: strings, lists, pointers', () => {
    expect(pod({ containers: [] })).to.deep.equal(['FieldValueRequired spec.containers: Required value'])
    expect(wrong('pods', { spec: {} })).to.deep.equal(['FieldValueRequired spec.containers: Required value'])
    expect(pod({ containers: [{ image: 'i' }, { name: 'd' }] })).to.have.members([
      'FieldValueRequired spec.containers[0].name: Required value',
      'FieldValueRequired spec.containers[1].image: Required value',
    ])
    expect(wrong('deployments', { spec: { template: { spec: { containers: [container] } } } })).to.deep.equal([
      'FieldValueRequired spec.selector: Required value',
    ])
    expect(wrong('clusterroles', { rules: [{ apiGroups: [''] }] })).to.deep.equal([
      'FieldValueRequired rules[0].verbs: Required value',
    ])
  })

  it('names what is supported instead', () => {
    expect(pod({ restartPolicy: 'Sometimes' })).to.deep.equal([
      'FieldValueNotSupported spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"',
    ])
  })

  it('keeps numbers in their bounds', () => {
    const ports = [{ containerPort: 70000 }, { containerPort: -1 }]
    expect(pod({ containers: [{ ...container, ports }] })).to.deep.equal([
      'FieldValueInvalid spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive',
      'FieldValueInvalid spec.containers[0].ports[1].containerPort: Invalid value: -1: must be between 1 and 65535, inclusive',
    ])
    const livenessProbe = { tcpSocket: { port: 1 }, periodSeconds: -1 }
    expect(pod({ containers: [{ ...container, livenessProbe }] })).to.deep.equal([
      'FieldValueInvalid spec.containers[0].livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0',
    ])
  })

  it('checks names and lengths', () => {
    expect(pod({ containers: [{ ...container, name: 'No_Label' }] })[0]).to.contain(
      'FieldValueInvalid spec.containers[0].name: Invalid value: "No_Label": must be of lower case letters',
    )
    expect(pod({ containers: [{ ...container, name: 'x'.repeat(64) }] })[0]).to.contain('more than the 63 bytes')
  })

  it('finds what is there twice', () => {
    expect(pod({ containers: [container, { ...container, image: 'j' }] })).to.deep.equal([
      'FieldValueDuplicate spec.containers[1].name: Duplicate value: "c"',
    ])
  })

  it('names keys of maps by the key', () => {
    expect(wrong('configmaps', { data: { 'not a key': '' } })[0]).to.contain(
      'FieldValueInvalid data[not a key]: Invalid value: "not a key": must be of letters, digits',
    )
  })

  it('leaves statuses and metadata to others', () => {
    expect(
      wrong('pods', { spec: { containers: [container] }, status: { phase: 'Odd', conditions: [{ type: '' }] } }),
    ).to.deep.equal([])
  })

  it('says no more than fifty things', () => {
    const ports = Array.from({ length: 200 }, () => ({ containerPort: 0 }))
    expect(pod({ containers: [{ ...container, ports }] })).to.have.length(50)
  })
})

describe('named formats', () => {
  const matches = (name: string, text: string) => new RegExp(namedFormats[name]!.pattern, 'u').test(text)

  it('take what they should', () => {
    expect(['a', 'a-b', '0', ''].every((text) => matches('dns1123-label', text))).to.equal(true)
    expect(['-a', 'a-', 'A', 'a.b', 'a_b'].some((text) => matches('dns1123-label', text))).to.equal(false)
    expect(['http', 'a-1', '1a', ''].every((text) => matches('port-name', text))).to.equal(true)
    expect(['80', 'a--b', '-a', 'a-', 'A'].some((text) => matches('port-name', text))).to.equal(false)
    expect(['a.b', 'a'].every((text) => matches('dns1123-subdomain', text))).to.equal(true)
    expect(['a..b', '.a', 'a.'].some((text) => matches('dns1123-subdomain', text))).to.equal(false)
    expect(matches('env-name', 'A_b-c.1') && !matches('env-name', 'a=b')).to.equal(true)
  })
})
