/**
 * Who comes with a certificate, or through a front proxy: upstream's tests of x509 and of request headers, against each server's own authorities.
 * Upstream with `--requestheader-username-headers=X-Remote-User --requestheader-group-headers=X-Remote-Group --requestheader-uid-headers=X-Remote-Uid --requestheader-extra-headers-prefix=X-Remote-Extra-`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { dirname } from 'node:path'
import { alike } from './twins.mjs'

const folder = mkdtempSync('/tmp/credentials-')
const run = (...given) => execFileSync('openssl', given, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
let count = 0

/** The files of an authority beside a side's kubeconfig. */
function authoritiesOf({ kubeconfig }) {
  const home = dirname(kubeconfig)
  const at = existsSync(`${home}/pki`) ? `${home}/pki` : home
  const proxy = existsSync(`${at}/front-proxy`) ? `${at}/front-proxy` : at
  return {
    users: { cert: `${at}/ca.crt`, key: `${at}/ca.key` },
    proxy: {
      cert: `${proxy}/ca.crt`,
      key: `${proxy}/ca.key`,
      name: proxy === at ? 'front-proxy' : 'front-proxy-client',
    },
  }
}

/** A certificate: { cert, key } in PEM; `by`: the authority, undefined for itself. */
function signed(
  by,
  {
    subject,
    extensions = 'extendedKeyUsage=clientAuth',
    from = '20200101000000Z',
    to = '20400101000000Z',
    isAuthority = false,
    options = [],
  },
) {
  const at = `c${++count}`
  run(
    'req',
    '-new',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-utf8',
    '-keyout',
    `${at}.key`,
    '-out',
    `${at}.csr`,
    '-subj',
    subject,
  )
  writeFileSync(`${folder}/${at}.ext`, isAuthority ? 'basicConstraints=critical,CA:TRUE\n' : `${extensions}\n`)
  writeFileSync(`${folder}/${at}.index`, '')
  writeFileSync(
    `${folder}/${at}.cnf`,
    `[ca]\ndefault_ca=c\n[c]\ndatabase=${folder}/${at}.index\nnew_certs_dir=${folder}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=optional\norganizationName=optional\norganizationalUnitName=optional\n`,
  )
  const signer = by ? ['-cert', by.cert, '-keyfile', by.key] : ['-selfsign', '-keyfile', `${at}.key`]
  run(
    'ca',
    '-batch',
    '-notext',
    '-preserveDN',
    '-config',
    `${at}.cnf`,
    ...signer,
    '-in',
    `${at}.csr`,
    '-out',
    `${at}.crt`,
    '-extfile',
    `${at}.ext`,
    '-startdate',
    from,
    '-enddate',
    to,
    ...options,
  )
  return { cert: `${folder}/${at}.crt`, key: `${folder}/${at}.key` }
}

const uid = '1.3.6.1.4.1.57683.2'
const variants = {
  plain: { subject: '/CN=jane' },
  groups: { subject: '/O=a/O=b/CN=jane' },
  'groups twice': { subject: '/O=a/O=a/CN=jane' },
  masters: { subject: '/O=system:masters/CN=jane' },
  'no name': { subject: '/O=a' },
  'two names': { subject: '/CN=one/CN=two' },
  unit: { subject: '/OU=u/CN=jane' },
  letters: { subject: '/CN=jäne ☃' },
  'no usage': { subject: '/CN=jane', extensions: 'subjectKeyIdentifier=hash' },
  'server alone': { subject: '/CN=jane', extensions: 'extendedKeyUsage=serverAuth' },
  'any usage': { subject: '/CN=jane', extensions: 'extendedKeyUsage=anyExtendedKeyUsage' },
  'both usages': { subject: '/CN=jane', extensions: 'extendedKeyUsage=serverAuth,clientAuth' },
  'code signing': { subject: '/CN=jane', extensions: 'extendedKeyUsage=codeSigning' },
  'key usage': { subject: '/CN=jane', extensions: 'extendedKeyUsage=clientAuth\nkeyUsage=critical,keyCertSign' },
  uid: { subject: '/CN=jane', extensions: `extendedKeyUsage=clientAuth\n${uid}=ASN1:UTF8String:abc-1` },
  'critical uid': {
    subject: '/CN=jane',
    extensions: `extendedKeyUsage=clientAuth\n${uid}=critical,ASN1:UTF8String:abc-1`,
  },
  'unknown critical': {
    subject: '/CN=jane',
    extensions: 'extendedKeyUsage=clientAuth\n1.2.3.4.5=critical,ASN1:UTF8String:abc',
  },
  expired: { subject: '/CN=jane', to: '20200201000000Z' },
  future: { subject: '/CN=jane', from: '20390101000000Z' },
  node: { subject: '/O=system:nodes/CN=system:node:n' },
  account: { subject: '/CN=system:serviceaccount:default:default' },
  anonymous: { subject: '/CN=system:anonymous' },
  'an authority': { subject: '/CN=jane', isAuthority: true },
}
export default async function credentials(twins) {
  twins.known.push([/credential-id|^\.body\.items/, 'each its own'])
  const ask = (side, { cert, key, chain }, asking) =>
    new Promise((resolve) => {
      const {
        method = 'POST',
        path = '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        headers = {},
        body = method === 'POST' ? '{}' : undefined,
      } = asking
      const pem = cert && readFileSync(cert, 'utf8') + (chain ? readFileSync(chain, 'utf8') : '')
      const asked = request(
        {
          ...side.base,
          ...(cert ? { cert: pem, key: readFileSync(key) } : {}),
          agent: false,
          method,
          path,
          headers: {
            ...(body ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
            ...headers,
          },
        },
        (answer) => {
          const pieces = []
          answer
            .on('data', (piece) => pieces.push(piece))
            .on('end', () => {
              const text = Buffer.concat(pieces).toString()
              resolve({
                status: answer.statusCode,
                challenge: answer.headers['www-authenticate'],
                body: text.startsWith('{') ? alike(JSON.parse(text)) : text,
              })
            })
        },
      )
      asked.on('error', ({ code }) => resolve({ status: 'broken', code: code === 'ECONNRESET' ? 'reset' : 'tls' }))
      asked.end(body)
    })
  const askings = [
    {},
    { method: 'GET', path: '/api/v1/namespaces' },
    { method: 'GET', path: '/healthz' },
    { headers: { authorization: 'Bearer unknown' } },
    { headers: { 'impersonate-user': 'x' } },
  ]
  const compare = async (note, of, all = askings) => {
    for (const asking of all) {
      const [theirs, ours] = await Promise.all(
        [twins.upstream, twins.operon].map(async (side) => ask(side, await of(side), asking)),
      )
      twins.tell(`${note} ${JSON.stringify(asking)}`, theirs, ours)
    }
  }
  await compare('none', () => ({}))
  for (const [note, variant] of Object.entries(variants))
    await compare(note, (side) => signed(authoritiesOf(side).users, variant))
  await compare('self signed', () => signed(undefined, { subject: '/CN=jane' }))
  const stranger = signed(undefined, { subject: '/CN=ca', isAuthority: true })
  await compare('of a stranger', () => signed(stranger, { subject: '/CN=jane' }))
  for (const [note, more] of Object.entries({
    'of an intermediate': {},
    'of an expired intermediate': { to: '20200201000000Z' },
  }))
    for (const sent of [true, false])
      await compare(`${note} ${sent}`, (side) => {
        const middle = signed(authoritiesOf(side).users, { subject: '/CN=middle', isAuthority: true, ...more })
        return { ...signed(middle, { subject: '/CN=jane' }), ...(sent ? { chain: middle.cert } : {}) }
      })
  await proxied(compare)
}

async function proxied(compare) {
  const heads = [
    {},
    { 'x-remote-user': 'jane' },
    { 'X-Remote-User': ' jane ' },
    { 'x-remote-user': '' },
    { 'x-remote-user': ['jane', 'joe'] },
    { 'x-remote-group': 'a' },
    { 'x-remote-user': 'jane', 'x-remote-group': ['a', 'b'] },
    { 'x-remote-user': 'jane', 'x-remote-group': 'a,b' },
    { 'x-remote-user': 'jane', 'x-remote-group': '' },
    { 'x-remote-user': 'jane', 'x-remote-uid': 'u' },
    { 'x-remote-user': 'jane', 'x-remote-uid': '' },
    { 'x-remote-user': 'jane', 'x-remote-extra-a': '1', 'x-remote-extra-B': ['2', '3'] },
    { 'x-remote-user': 'jane', 'x-remote-extra-a%2Fb': '1', 'x-remote-extra-c%zz': '1' },
    { 'x-remote-user': 'jane', 'x-remote-extra-': '1' },
    { 'x-remote-user': 'jane', 'x-remote-group': 'system:masters' },
    { 'x-remote-user': 'jane', 'x-remote-group': 'system:unauthenticated' },
    { 'x-remote-user': 'system:anonymous' },
    { 'x-remote-user': 'system:serviceaccount:default:default' },
    { 'x-remote-user': 'jane', authorization: 'Bearer unknown' },
    { 'x-remote-user': 'jane', 'impersonate-user': 'joe' },
    { 'x-remote-user': 'jane', 'x-remote-group': 'system:masters', 'impersonate-user': 'joe' },
  ].map((headers) => ({ headers }))
  const byProxy = (more) => (side) => {
    const { proxy } = authoritiesOf(side)
    return signed(proxy, { subject: `/CN=${more.name ?? proxy.name}`, ...more })
  }
  await compare('by the proxy', byProxy({}), heads)
  for (const [note, more] of Object.entries({
    'by another name': { name: 'other' },
    'by an expired proxy': { to: '20200201000000Z' },
    'by a server': { extensions: 'extendedKeyUsage=serverAuth' },
    'by the proxy without usages': { extensions: 'subjectKeyIdentifier=hash' },
  }))
    await compare(note, byProxy(more), heads.slice(0, 3))
  await compare('by a user', (side) => signed(authoritiesOf(side).users, { subject: '/CN=someone' }), heads.slice(0, 8))
  await compare('by nobody', () => ({}), heads.slice(0, 8))
}
