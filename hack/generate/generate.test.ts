/** crds/ and what is generated from it: written as the generator would, and up to date. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { load } from 'js-yaml'
import { emitYaml } from './emit-yaml.js'
import { keepWritten } from './import-merge.js'
import { generate } from './main.js'

/** This file runs as dist/hack/generate/generate.test.js. */
const crds = fileURLToPath(new URL('../../../crds/', import.meta.url))

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

/** Generated files that differ from those in the folder, are missing there or should not be there. */
function differences(generated: ReadonlyMap<string, string>, folder: string): string[] {
  const found = filesBelow(folder).map((path) => path.slice(folder.length + 1))
  const names = new Set([...generated.keys(), ...found])
  return [...names].filter(
    (name) => !found.includes(name) || readFileSync(join(folder, name), 'utf8') !== generated.get(name),
  )
}

describe('crds', () => {
  const written = filesBelow(crds).filter((path) => path.endsWith('.yaml'))

  it('are written as the generator writes them, and read back the same', () => {
    expect(written.length).to.be.greaterThan(100)
    for (const path of written) {
      const text = readFileSync(path, 'utf8')
      const comment = text.slice(2, text.indexOf('\n'))
      expect(emitYaml(comment, load(text) as Record<string, unknown>), path).to.equal(text)
    }
  })

  it('are small enough to be read', () => {
    for (const path of written) expect(readFileSync(path, 'utf8').split('\n').length, path).to.be.lessThan(450)
  })
})

describe('generated files', () => {
  it('are up to date; a planted difference is found', async function () {
    this.timeout(60_000)
    const generated = await generate(crds)
    expect(differences(generated, join(crds, 'generated')), 'run `npm run generate`').to.deep.equal([])
    const folder = mkdtempSync(join(tmpdir(), 'operon-generated-'))
    try {
      cpSync(join(crds, 'generated'), folder, { recursive: true })
      writeFileSync(join(folder, 'tokens.ts'), `${readFileSync(join(folder, 'tokens.ts'), 'utf8')}\n`)
      rmSync(join(folder, 'definitions.json'))
      writeFileSync(join(folder, 'validators', 'stale.cjs'), '')
      expect(differences(generated, folder)).to.have.members(['tokens.ts', 'definitions.json', 'validators/stale.cjs'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('keepWritten', () => {
  it("takes upstream's keys from the facts, and keeps what people wrote where it stood", () => {
    const old = {
      spec: {
        names: { kind: 'A' },
        'x-operon-strategy': { generation: ['spec'] },
        versions: [
          {
            name: 'v1',
            schema: { properties: { a: { type: 'string', minLength: 1, enum: ['x'] }, gone: { type: 'string' } } },
          },
        ],
      },
    }
    const fresh = {
      spec: {
        names: { kind: 'A' },
        versions: [{ name: 'v1', schema: { properties: { a: { type: 'string' }, b: { type: 'integer' } } } }],
      },
    }
    expect(keepWritten(old, fresh)).to.deep.equal({
      spec: {
        names: { kind: 'A' },
        'x-operon-strategy': { generation: ['spec'] },
        versions: [
          { name: 'v1', schema: { properties: { a: { type: 'string', minLength: 1 }, b: { type: 'integer' } } } },
        ],
      },
    })
  })
})

describe('emitYaml', () => {
  it('writes every kind of scalar so that it is read back', () => {
    const document = {
      top: {
        strings: ['', 'a b', 'yes', '1', "it's", '- x', 'a: b', '#', 'a\nb', '*/*', '$ref'],
        others: [1, -1.5, true, null],
        empty: {},
        none: [],
      },
    }
    expect(load(emitYaml('x', document))).to.deep.equal(document)
  })
})
