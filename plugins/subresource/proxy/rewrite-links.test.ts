import { expect } from 'chai'
import { throughProxy } from './location.js'
import { rewriteLinks } from './rewrite-links.js'

const prefix = '/api/v1/namespaces/default/pods/web/proxy'
const through = (link: string) => throughProxy(link, { prefix, ownHosts: ['10.88.0.2:80', 'localhost:8001'] })

describe('links of a proxied page', () => {
  it('leads absolute paths through the proxy, and leaves relative ones, other hosts and what is led already', () => {
    const table: [string, string][] = [
      ['/', `${prefix}/`],
      ['/a/b?c=d#e', `${prefix}/a/b?c=d#e`],
      ['http://10.88.0.2:80/a', `${prefix}/a`],
      ['http://localhost:8001/a', `http://localhost:8001${prefix}/a`],
      ['//10.88.0.2:80/a', `${prefix}/a`],
      [`${prefix}/a`, `${prefix}/a`],
      ['a', 'a'],
      ['../a', '../a'],
      ['?a', '?a'],
      ['#a', '#a'],
      ['https://example.com/a', 'https://example.com/a'],
      ['mailto:a@b', 'mailto:a@b'],
      ['javascript:/a/', 'javascript:/a/'],
    ]
    for (const [link, expected] of table) expect(through(link), link).to.equal(expected)
  })

  const upper = (link: string) => link.toUpperCase()

  it('finds them in start tags, however they are quoted, and touches nothing else', () => {
    const table: [string, string][] = [
      ['<a href="/x">x</a>', '<a href="/X">x</a>'],
      ["<A class=c HREF = '/x' >x</A>", "<A class=c HREF = '/X' >x</A>"],
      ['<img alt="a>b" src=/x>', '<img alt="a>b" src=/X>'],
      ['<img src="/x"/>', '<img src="/X"/>'],
      ['<form action="/x?a&amp;b">', '<form action="/X?A&amp;B">'],
      ['<p href="/x">/x', '<p href="/x">/x'],
      ['<!-- <a href="/x"> --><a href="/y">', '<!-- <a href="/x"> --><a href="/Y">'],
      [
        `<script src="/x">if (a<b) '<a href="/x">'</script><a href="/y">`,
        `<script src="/X">if (a<b) '<a href="/x">'</script><a href="/Y">`,
      ],
      ['1 < 2 <a href="/x', '1 < 2 <a href="/X'],
      ['<!-- <a href="/x">', '<!-- <a href="/x">'],
      ['', ''],
    ]
    for (const [page, expected] of table) expect(rewriteLinks(page, upper), page).to.equal(expected)
  })

  it('reads a hostile page once: what would take a square of its length never ends', () => {
    for (const piece of ['<a ', '<a b', '<!--', '<a href="', "<a href='", '<script>', '<a href= ', 'a=', '<'])
      expect(rewriteLinks(piece.repeat(60_000), (link) => link)).to.have.lengthOf(piece.length * 60_000)
    expect(rewriteLinks(`<a ${'x'.repeat(500_000)}`, upper)).to.have.lengthOf(500_003)
  })
})
