import { expect } from 'chai'
import { RuntimeError } from '../../contract.js'
import { parseReference } from './reference.js'

const digest = `sha256:${'a'.repeat(64)}`

describe('An image reference', () => {
  for (const [given, whole] of [
    ['busybox', 'docker.io/library/busybox:latest'],
    ['busybox:1.36', 'docker.io/library/busybox:1.36'],
    ['bitnami/nginx', 'docker.io/bitnami/nginx:latest'],
    ['index.docker.io/busybox', 'docker.io/library/busybox:latest'],
    ['localhost/web:1', 'localhost/web:1'],
    ['localhost:5000/a/b__c:v1.2-x', 'localhost:5000/a/b__c:v1.2-x'],
    ['ghcr.io/org/app', 'ghcr.io/org/app:latest'],
    ['REGISTRY/app', 'REGISTRY/app:latest'],
    [`registry.k8s.io/pause@${digest}`, `registry.k8s.io/pause@${digest}`],
    [`registry.k8s.io/pause:3.9@${digest}`, `registry.k8s.io/pause:3.9@${digest}`],
    ['127.0.0.1:40000/x', '127.0.0.1:40000/x:latest'],
  ] as const) {
    it(`${given} is ${whole}`, () => {
      expect(parseReference(given).text).to.equal(whole)
    })
  }

  for (const given of [
    '',
    'UPPER',
    'a//b',
    '/a',
    'a/',
    'a:',
    'a:b c',
    'a@sha256:12',
    `a@${digest}@${digest}`,
    '-a',
    'a..b',
    'ghcr.io/',
    'https://ghcr.io/a',
    'a:../b',
    'registry:port/a',
  ]) {
    it(`${JSON.stringify(given)} is none`, () => {
      expect(() => parseReference(given))
        .to.throw(RuntimeError, 'invalid reference format')
        .with.property('reason', 'InvalidImageName')
    })
  }
})
