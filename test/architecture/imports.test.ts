import { expect } from 'chai'
import { importsOf, offences, spokenRules } from './import-rules.js'
import { sourceFiles } from './source-files.js'

describe('who may import whom', () => {
  it(`is kept by every file: ${spokenRules().slice(0, 3).join('; ')}`, () => {
    expect(sourceFiles().flatMap(offences)).to.deep.equal([])
  })

  const planted: readonly (readonly [string, string, string])[] = [
    ['core/storage/x.ts', "import { a } from '../registry/index.js'", 'stands below'],
    ['core/schema/x.ts', "import { a } from '../storage/index.js'", 'stands below or beside'],
    ['core/funnel/x.ts', "const a = await import('../client/index.js')", 'two houses'],
    ['core/runtime/x.ts', "import { a } from '../registry/index.js'", 'two houses'],
    ['core/funnel/x.ts', "export { a } from '../registry/verbs.js'", 'one door'],
    ['core/http/x.ts', "import { Pod } from '../../crds/generated/tokens.js'", 'name no kind'],
    ['core/funnel/x.ts', "import express from 'express'", 'lives in core/http/'],
    ['core/kit/x.ts', "const left = require('left-pad')", 'without a home'],
    ['core/registry/x.ts', "import { a } from '../../plugins/storage/lmdb/index.js'", 'do not know plugins'],
    ['operators/deployment/x.ts', "import { a } from '../replicaset/index.js'", 'strangers'],
    ['operators/deployment/x.ts', "import { a } from '../../core/registry/index.js'", 'operators know'],
    ['plugins/auth/rbac/x.ts', "import { a } from '../../../core/registry/verbs.js'", 'a plugin knows'],
    ['plugins/storage/lmdb/x.ts', "import { a } from '../../kind/pod.js'", 'one seam'],
    ['core/meta/x.ts', "import { a } from '../../test/kit/server.js'", 'no part of the program'],
  ]
  for (const [path, text, why] of planted) {
    it(`catches ${path} with ${text}`, () => {
      expect(offences({ path, text }).join()).to.contain(why)
    })
  }

  it('reads imports of every form and none out of comments', () => {
    const text =
      "import './a.js'\nimport type { B } from './b.js'\nexport * from './c.js'\n// import './no.js'\n/* require('no') */\nconst d = import('./d.js')\nlet e: import('./e.js').E\n"
    expect(
      importsOf({ path: 'x.ts', text })
        .map((i) => `${i.specifier}${i.typeOnly ? ' type' : ''}`)
        .sort(),
    ).to.deep.equal(['./a.js', './b.js type', './c.js', './d.js', './e.js type'])
  })
})
