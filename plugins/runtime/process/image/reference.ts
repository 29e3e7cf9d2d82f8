/** Image references as Docker reads them: `busybox` is docker.io/library/busybox:latest. */
import { RuntimeError } from '../../contract.js'

export interface ImageReference {
  /** Host and port, such as docker.io or localhost:5000. */
  readonly registry: string
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
  /** The whole, with everything that was left out. */
  readonly text: string
}

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const repositoryPattern = new RegExp(`^${component}(?:/${component})*$`)
const registryPattern =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/
const tagPattern = /^\w[\w.-]{0,127}$/
const digestPattern = /^sha256:[0-9a-f]{64}$/

/** Throws InvalidImageName. */
export function parseReference(text: string): ImageReference {
  const [beforeDigest = '', digest, ...more] = text.split('@')
  if (more.length || (digest !== undefined && !digestPattern.test(digest))) throw invalid(text)
  const slash = beforeDigest.lastIndexOf('/')
  const colon = beforeDigest.indexOf(':', slash + 1)
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1)
  const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon)
  if (tag !== undefined && !tagPattern.test(tag)) throw invalid(text)
  const { registry, repository } = splitRegistry(name)
  if (!registryPattern.test(registry) || repository.length > 255) throw invalid(text)
  if (!repositoryPattern.test(repository)) {
    throw invalid(text, repository === repository.toLowerCase() ? '' : ': repository name must be lowercase')
  }
  const usedTag = tag ?? (digest === undefined ? 'latest' : undefined)
  const whole = `${registry}/${repository}${usedTag === undefined ? '' : `:${usedTag}`}${digest === undefined ? '' : `@${digest}`}`
  return { registry, repository, tag: usedTag, digest, text: whole }
}

/** The first part is a registry when it looks like a host: a dot, a port, `localhost`, or upper case. */
function splitRegistry(name: string): { readonly registry: string; readonly repository: string } {
  const at = name.indexOf('/')
  const first = name.slice(0, Math.max(0, at))
  const isHost = at > 0 && (/[.:[]/.test(first) || first === 'localhost' || first !== first.toLowerCase())
  const registry = isHost ? first : 'docker.io'
  const repository = isHost ? name.slice(at + 1) : name
  if (registry === 'index.docker.io') return splitRegistry(`docker.io/${repository}`)
  return {
    registry,
    repository: registry === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository,
  }
}

function invalid(text: string, why = ''): RuntimeError {
  return new RuntimeError(
    'InvalidImageName',
    `couldn't parse image name ${JSON.stringify(text)}: invalid reference format${why}`,
  )
}
