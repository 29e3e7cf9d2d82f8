/** Expressions of admission policies and webhook configurations: what is in their sight, and whether they compile. None is evaluated here. */
import { compile } from './compile.js'
import { CompileError, parse, showError } from './parse.js'
import { Scope } from './typed.js'
import { type CelType, dyn, listOf, type ObjectType, plain } from './types.js'

export interface AdmissionExpression {
  readonly text: string
  /** What it may come to; any type when left out. */
  readonly wanted?: readonly ('bool' | 'string' | 'null_type')[]
}

/** What a place's expressions may name besides `object`, `oldObject`, `request` and `namespaceObject`. */
export interface Sight {
  readonly params: boolean
  readonly authorizer: boolean
  /** `variables`, with those that were added. */
  readonly variables: boolean
}

/** One policy's expressions; variables are named by those that come after them. */
export class AdmissionExpressions {
  readonly #variables = new Map<string, CelType>()

  /** Declares `variables.<name>` and answers as `errorOf`. */
  addVariable(name: string, text: string, sight: Sight): string | undefined {
    const { type, error } = this.#check({ text }, sight)
    this.#variables.set(name, type)
    return error
  }

  /** Why it can't be used, in upstream's words; undefined: it can. */
  errorOf(expression: AdmissionExpression, sight: Sight): string | undefined {
    return this.#check(expression, sight).error
  }

  #check({ text, wanted }: AdmissionExpression, sight: Sight): { readonly type: CelType; readonly error?: string } {
    try {
      const { type } = compile(parse(text), this.#scope(sight))
      if (!wanted || type.kind === 'dyn' || wanted.some((each) => each === type.kind)) return { type }
      const [only, ...others] = wanted
      return { type, error: `must evaluate to ${others.length ? `one of [${wanted.join(' ')}]` : only}` }
    } catch (error) {
      if (error instanceof CompileError) return { type: dyn, error: `compilation failed: ${showError(error, text)}` }
      if (error instanceof RangeError) return { type: dyn, error: 'compilation failed: nested too deeply' }
      throw error
    }
  }

  #scope({ params, authorizer, variables }: Sight): Scope {
    const names: Record<string, CelType> = { object: dyn, oldObject: dyn, request, namespaceObject }
    if (variables) names['variables'] = objectOf('kubernetes.variables', Object.fromEntries(this.#variables))
    if (params) names['params'] = dyn
    if (authorizer) names['authorizer'] = plain('authorizer')
    // Upstream declares it as a variable whose name has a dot.
    if (authorizer) names['authorizer.requestResource'] = plain('resourceCheck')
    return new Scope(new Map(), 0).with(names).scope
  }
}

function objectOf(name: string, types: Readonly<Record<string, CelType>>): ObjectType {
  const fields = Object.entries(types).map(([field, type]) => [field, { jsonName: field, type }] as const)
  return { kind: 'object', name, fields: new Map(fields) }
}

const text = plain('string')
const texts = listOf(text)
const map = (value: CelType): CelType => ({ kind: 'map', key: text, value })

const kind = objectOf('kubernetes.GroupVersionKind', { group: text, version: text, kind: text })
const resource = objectOf('kubernetes.GroupVersionResource', { group: text, version: text, resource: text })
const userInfo = objectOf('kubernetes.UserInfo', { username: text, uid: text, groups: texts, extra: map(texts) })

const request = objectOf('kubernetes.AdmissionRequest', {
  kind,
  resource,
  subResource: text,
  requestKind: kind,
  requestResource: resource,
  requestSubResource: text,
  name: text,
  namespace: text,
  operation: text,
  userInfo,
  dryRun: plain('bool'),
  options: dyn,
})

const namespaceObject = objectOf('kubernetes.Namespace', {
  metadata: objectOf('kubernetes.NamespaceMetadata', {
    name: text,
    generateName: text,
    namespace: text,
    labels: map(text),
    annotations: map(text),
    uid: text,
    creationTimestamp: plain('timestamp'),
    deletionGracePeriodSeconds: plain('int'),
    deletionTimestamp: plain('timestamp'),
    generation: plain('int'),
    resourceVersion: text,
    finalizers: texts,
  }),
  spec: objectOf('kubernetes.NamespaceSpec', { finalizers: texts }),
  status: objectOf('kubernetes.NamespaceStatus', { phase: text }),
})
