import { expect } from 'chai'
import { encodeStored, StoredRecord } from './record.js'

describe('a stored record', () => {
  it('renders the resourceVersion into the bytes that were stored without it', () => {
    const object = {
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: { name: 'ä{"uid":', resourceVersion: '3', uid: 'u-1', labels: { a: '{' } },
      data: { k: '"metadata":{' },
    }
    const value = encodeStored(object, 7)
    expect(Buffer.from(value.bytes).toString()).not.to.contain('resourceVersion')
    const record = new StoredRecord('k', 42, value)
    const expected = { ...object, metadata: { ...object.metadata, resourceVersion: '42' } }
    expect(JSON.parse(Buffer.from(record.bytes()).toString())).to.deep.equal(expected)
    expect(record.object()).to.deep.equal(expected)
  })

  it('renders an object that has nothing but a uid', () => {
    const record = new StoredRecord('k', 5, encodeStored({ metadata: { uid: 'u' } }, 0))
    expect(JSON.parse(Buffer.from(record.bytes()).toString())).to.deep.equal({
      metadata: { uid: 'u', resourceVersion: '5' },
    })
  })

  it('renders it into its own metadata, not into one that stands before', () => {
    const object = {
      spec: { template: { metadata: { labels: { uid: 'x' } } } },
      status: { metadata: {} },
      metadata: { uid: 'u', name: 'é' },
      kind: 'Pod',
    }
    const value = encodeStored(structuredClone(object), 0)
    expect(JSON.parse(Buffer.from(new StoredRecord('k', 12, value).bytes()).toString())).to.deep.equal({
      ...object,
      metadata: { ...object.metadata, resourceVersion: '12' },
    })
  })

  it('leaves the object that is encoded as it was', () => {
    const object = { metadata: { uid: 'u', resourceVersion: '7' }, kind: 'Pod' }
    encodeStored(object, 0)
    expect(object).to.deep.equal({ metadata: { uid: 'u', resourceVersion: '7' }, kind: 'Pod' })
  })
})
