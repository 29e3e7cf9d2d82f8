/** Every operator and every plugin says in a README what it is, what it needs, what it lacks and how to do without it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from './source-files.js'

const pluginSections = [
  'Name',
  'What it does',
  'Seam',
  'Views and rights',
  'What it refuses or lacks',
  'How to turn it off',
]
/** DESIGN section 4; headings, or words in bold where a README is short. */
const operatorSections = ['Name', 'Description', 'Watches and writes', 'Status', 'Metrics', 'Examples']

interface Described {
  /** From the root. */
  readonly folder: string
  /** Undefined: there is no README. */
  readonly readme: string | undefined
  /** Names of its `.ts` files that are no tests; asked of a folder whose files are plugins. */
  readonly files: readonly string[]
}

const foldersIn = (place: string): string[] =>
  readdirSync(join(root, place), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${place}/${name}`)

function described(folder: string): Described {
  const path = join(root, folder, 'README.md')
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return { folder, readme: existsSync(path) ? readFileSync(path, 'utf8') : undefined, files }
}

const operatorFolders = (): string[] => foldersIn('operators').filter((folder) => folder !== 'operators/kit')

const isSeam = (folder: string): boolean => folder.split('/').length === 2

/** A seam's folder holds either plugins that are folders, or plugins that are files, with a README for all of them (and folders for what they are made of). */
const pluginFolders = (): string[] =>
  foldersIn('plugins').flatMap((seam) => (isOfFiles(seam) ? [seam] : foldersIn(seam)))

const isOfFiles = (seam: string): boolean => foldersIn(seam).length === 0 || existsSync(join(root, seam, 'README.md'))

function lacking(
  { folder, readme, files }: Described,
  sections: readonly string[],
  plugins: 'folder' | 'files',
): string[] {
  if (readme === undefined) return [`${folder} has no README.md`]
  const name = folder.split('/').at(-1) ?? ''
  const wrongTitle = readme.startsWith('# ') && readme.includes(name) ? [] : [`${folder}/README.md does not name it`]
  const absent = sections.filter(
    (section) => !new RegExp(`^(## ${section}$|\\*\\*${section}\\.?\\*\\*)`, 'm').test(readme),
  )
  const silent =
    plugins === 'files' ? files.filter((file) => file !== 'index.ts' && !readme.includes(`\`${file}\``)) : []
  return [
    ...wrongTitle,
    ...absent.map((section) => `${folder}/README.md has no section "${section}"`),
    ...silent.map((file) => `${folder}/README.md does not name ${file}`),
  ]
}

describe('a README', () => {
  it('stands in every operator', () => {
    expect(operatorFolders()).to.include.members(['operators/deployment', 'operators/kubelet'])
    const all = operatorFolders().map(described)
    expect(all.flatMap((each) => lacking(each, operatorSections, 'folder'))).to.deep.equal([])
  })

  it('stands in every plugin, or in the seam of those that are single files, and names each of them', () => {
    expect(pluginFolders()).to.include.members(['plugins/kind', 'plugins/admission', 'plugins/auth/rbac'])
    const offences = pluginFolders().flatMap((folder) =>
      lacking(described(folder), pluginSections, isSeam(folder) ? 'files' : 'folder'),
    )
    expect(offences).to.deep.equal([])
  })

  it('is missed where it is missing, short of a section, or silent about a plugin', () => {
    const bare = { folder: 'plugins/auth/oidc', readme: undefined, files: [] }
    expect(lacking(bare, pluginSections, 'folder')).to.deep.equal(['plugins/auth/oidc has no README.md'])
    const whole = `# plugins/kind\n\n${pluginSections.map((section) => `## ${section}\n\nTrue.\n`).join('\n')}`
    const complete = { folder: 'plugins/kind', readme: `${whole}\n\`pod.ts\``, files: ['pod.ts', 'index.ts'] }
    expect(lacking(complete, pluginSections, 'files')).to.deep.equal([])
    expect(lacking({ ...complete, readme: whole.replace('## Seam\n', '') }, pluginSections, 'files')).to.deep.equal([
      'plugins/kind/README.md has no section "Seam"',
      'plugins/kind/README.md does not name pod.ts',
    ])
  })
})
