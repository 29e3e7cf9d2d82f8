import { expect } from 'chai'
import { certificatesProblem, holdsCertificate, requestProblem } from './certificate-form.js'

/** Read a square of its length, it would take hours. */
const emptyLines = `-----BEGIN CERTIFICATE-----${'\n'.repeat(1_000_000)}`

describe('PEM', () => {
  it('is read once, however many empty lines stand in it', () => {
    expect(requestProblem(emptyLines)).to.contain('PEM')
    expect(certificatesProblem(emptyLines)).to.contain('PEM')
    expect(holdsCertificate(emptyLines)).to.equal(false)
  })

  it('may have spaces behind its first line', () => {
    const block = '-----BEGIN CERTIFICATE REQUEST----- \r\n\nMAA=\n-----END CERTIFICATE REQUEST-----\n'
    expect(requestProblem(block)).to.contain('PKCS #10')
  })
})
