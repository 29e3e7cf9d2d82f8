/** Who may import whom: DESIGN section 2 as a table, and the reader of imports that holds files against it. */
import { dirname, join } from 'node:path/posix'
import { type SourceFile, isTest, withoutComments } from './source-files.js'

/** Rooms of the server house from the lowest to the highest; each may import those before it. Rooms in one row are peers that may import none of their row. */
const serverRooms: readonly (readonly string[])[] = [
  ['kit'],
  ['meta'],
  ['storage', 'schema'],
  ['watch'],
  ['registry'],
  ['admission', 'auth', 'discovery', 'aggregation'],
  ['funnel'],
  ['http'],
]
const clientRooms: readonly string[] = ['client', 'runtime']

/** Contracts that a lower room may name for types alone: seams whose words the registry and each other speak. */
const seamTypes = new Set(['admission', 'auth', 'watch'])

/** The one home of each third-party package. Node's own modules are free but for those in `rooms`. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  '@bufbuild/protobuf': ['core/schema/protobuf/', 'core/discovery/openapi/'],
  express: ['core/http/'],
  ajv: ['core/schema/', 'hack/', 'crds/'],
  'lru-cache': ['core/', 'plugins/', 'operators/'],
  'cron-parser': ['operators/cronjob/'],
  'openapi-typescript': ['hack/'],
  '@kubernetes/client-node': ['core/client/'],
  lmdb: ['plugins/storage/lmdb/'],
  'js-yaml': ['core/funnel/', 'core/client/', 'hack/', 'core/main/', 'core/http/'],
  ws: ['plugins/subresource/', 'operators/kubelet/', 'core/http/', 'core/client/', 'core/main/processes/'],
  jose: ['plugins/auth/', 'plugins/subresource/'],
  'tar-stream': ['plugins/runtime/process/'],
  re2js: ['core/schema/'],
  koffi: ['core/kit/'],
}

export interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
}

/** Every module that a file names: static, re-exported, dynamic, `require` and type imports. */
export function importsOf(file: SourceFile): Import[] {
  const text = withoutComments(file.text)
  const found: Import[] = []
  for (const match of text.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/g,
  )) {
    found.push({ specifier: match[2] as string, typeOnly: match[1] !== undefined })
  }
  for (const match of text.matchAll(
    /(typeof\s+)?\b(?:import|require|createRequire\([^)]*\))\s*\(\s*['"`]([^'"`]+)['"`]\s*\)(\s*\.\s*[A-Z])?/g,
  )) {
    found.push({ specifier: match[2] as string, typeOnly: match[1] !== undefined || match[3] !== undefined })
  }
  return found
}

/** What is wrong with a file's imports, a sentence each. */
export function offences(file: SourceFile): string[] {
  if (isTest(file.path) || file.path.startsWith('hack/')) return []
  return importsOf(file).flatMap((named) => {
    const why = named.specifier.startsWith('.')
      ? whyNotLocal(file.path, named)
      : whyNotPackage(file.path, named.specifier)
    return why ? [`${file.path} imports ${named.specifier}: ${why}`] : []
  })
}

function whyNotPackage(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('node:')) return undefined
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] as string)
  const allowed = homes[name]
  if (!allowed) return 'a bare import without a home in the table'
  return allowed.some((home) => path.startsWith(home)) ? undefined : `${name} lives in ${allowed.join(', ')}`
}

interface Place {
  readonly area: string
  /** Room of core, folder of operators or plugins' seam; '' for a file that stands in the area itself. */
  readonly room: string
}

function placeOf(path: string): Place {
  const [area = '', room = '', ...rest] = path.split('/')
  return { area, room: rest.length > 0 ? room : '' }
}

function whyNotLocal(path: string, named: Import): string | undefined {
  const target = join(dirname(path), named.specifier).replace(/\.js$/, '.ts')
  const from = placeOf(path)
  const to = placeOf(target)
  if (from.area === to.area && from.room === to.room) return undefined
  if (isTest(target)) return 'a test is no part of the program'
  const why = from.area === 'core' ? whyNotFromCore(path, target, named) : whyNotFromOutside(path, target)
  if (why) return why
  const insideRoom = to.area === 'core' && to.room !== '' && !/^core\/[^/]+\/(index|contract)\.ts$/.test(target)
  return insideRoom && !mainHouse(path) ? `${to.room} has one door: core/${to.room}/index.ts` : undefined
}

/** main.ts and server.ts, with the folders that hold their parts, compose: they may import everything. */
function mainHouse(path: string): boolean {
  return /^core\/(main|server|node|operators)(\.ts$|\/)/.test(path)
}

function whyNotFromCore(path: string, target: string, named: Import): string | undefined {
  if (mainHouse(path)) return undefined
  const from = placeOf(path)
  const to = placeOf(target)
  if (to.area === 'crds') return isClientHouse(path) ? undefined : 'server rooms name no kind'
  if (to.area !== 'core') return `core rooms do not know ${to.area}`
  if (isClientHouse(path))
    return isServerRoom(to.room) && !['kit', 'meta'].includes(to.room)
      ? 'two houses: client rooms never import a server room'
      : undefined
  if (isClientHouse(target)) return 'two houses: server rooms never import a client room'
  if (named.typeOnly && seamTypes.has(to.room) && /\/(contract|index)\.ts$/.test(target)) return undefined
  return rank(to.room) < rank(from.room) ? undefined : `${from.room} stands below or beside ${to.room}`
}

function whyNotFromOutside(path: string, target: string): string | undefined {
  const from = placeOf(path)
  const to = placeOf(target)
  const free = /^core\/(kit|meta)\/index\.ts$/.test(target) || /^crds\/(generated|facts)\//.test(target)
  if (from.area === 'crds') return free ? undefined : 'what is said of kinds stands on meta alone'
  if (from.area === 'operators') {
    if (
      free ||
      /^core\/(operator|client\/index|runtime\/index)\.ts$/.test(target) ||
      /^plugins\/[^/]+\/contract\.ts$/.test(target)
    )
      return undefined
    if (to.area === 'operators')
      return to.room === 'kit' || path === 'operators/index.ts' ? undefined : 'operators are strangers'
    return 'operators know operator.ts, client, runtime, meta, kit and generated tokens'
  }
  if (free || /\/contract\.ts$/.test(target)) return undefined
  if (to.area === 'plugins') return from.room === '' || to.room === 'kit' ? undefined : 'a plugin knows one seam'
  return "a plugin knows its seam's contract.ts, meta, kit and generated tokens"
}

const isServerRoom = (room: string): boolean => serverRooms.some((row) => row.includes(room))
const isClientHouse = (path: string): boolean => clientRooms.includes(placeOf(path).room) || path === 'core/operator.ts'
const rank = (room: string): number => serverRooms.findIndex((row) => row.includes(room))

/** The table in words. */
export function spokenRules(): string[] {
  return [
    `server rooms, each on those before it: ${serverRooms.map((row) => row.join(', ')).join(' <- ')} <- server.ts <- main.ts`,
    `client rooms: ${clientRooms.join(' <- ')} <- operator.ts <- operators; they meet the server over the funnel alone`,
    'plugins: their contract.ts, plugins/kit, meta, kit, generated tokens and facts',
    ...Object.entries(homes).map(([name, places]) => `${name}: ${places.join(', ')}`),
  ]
}
