/** Where clients begin: the paths that tell which versions, groups and resources there are, and what the server is. */
import type { Definition } from '../../schema/index.js'
import { isCustom, type ServedResource, servedGroups } from '../groups.js'
import { metaType } from './components.js'
import { tagOf } from './describe.js'
import { groupWord, idOf } from './operations.js'

export interface Doorway {
  readonly path: string
  readonly id: string
  readonly tag: string
  readonly description: string
  /** The type of what it answers, by its name. Undefined: a text. */
  readonly type?: string
  /** Undefined: objects of that type have no kind. */
  readonly kind?: string
  readonly types: readonly string[]
}

const allTypes = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf']

/** What is told of kinds of the version `v1` that stand in no group. */
const told = (kind: string) => ({ kind, type: metaType(kind), types: allTypes })

/** By the name of their document in v3: `api`, `apis`, `apis/apps`, `version`, `openid/v1/jwks`. People's own groups have none, as upstream. */
export function doorways(definitions: readonly Definition[]): ReadonlyMap<string, Doorway> {
  const description = 'Tells which versions there are.'
  const found: Doorway[] = [
    { path: '/api/', id: 'getCoreAPIVersions', tag: 'core', description, ...told('APIVersions') },
    { path: '/apis/', id: 'getAPIVersions', tag: 'apis', description, ...told('APIGroupList') },
    {
      path: '/version/',
      id: 'getCodeVersion',
      tag: 'version',
      description: 'Tells which release the server is, and what it is built from.',
      type: 'io.k8s.apimachinery.pkg.version.Info',
      types: ['application/json'],
    },
    {
      path: '/openid/v1/jwks/',
      id: 'getServiceAccountIssuerOpenIDKeyset',
      tag: 'openid',
      description: "Tells the public keys that service accounts' tokens are checked with.",
      types: ['application/jwk-set+json'],
    },
    {
      path: '/.well-known/openid-configuration/',
      id: 'getServiceAccountIssuerOpenIDConfiguration',
      tag: 'WellKnown',
      description: "Tells who issues service accounts' tokens, and where the keys are.",
      types: ['application/json'],
    },
  ]
  for (const group of servedGroups(definitions)) {
    const { name } = group
    if (name === '' || isCustom(group)) continue
    const word = groupWord(name)
    const tag = `${word[0]!.toLowerCase()}${word.slice(1)}`
    const id = `get${word}APIGroup`
    found.push({ path: `/apis/${name}/`, id, tag, description: 'Tells about the group.', ...told('APIGroup') })
  }
  return new Map(found.map((doorway) => [doorway.path.slice(1, -1), doorway]))
}

/** What a built-in group-version has, told below its own address. */
export function listingOf(resource: ServedResource): Doorway | undefined {
  const { definition, version } = resource
  if (!definition.builtIn) return undefined
  const { group } = definition
  return {
    path: group ? `/apis/${group}/${version.name}/` : `/api/${version.name}/`,
    id: idOf(resource, ['get', 'APIResources']),
    tag: tagOf(resource),
    description: 'Tells what there is in this version of the group.',
    ...told('APIResourceList'),
  }
}
