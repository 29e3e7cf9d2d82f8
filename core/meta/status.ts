/** Errors as the API answers them: meta/v1 Status (codes and reasons from apimachinery's api/errors). */
export type StatusReason =
  | 'BadRequest'
  | 'Unauthorized'
  | 'Forbidden'
  | 'NotFound'
  | 'AlreadyExists'
  | 'Conflict'
  | 'Gone'
  | 'Invalid'
  | 'ServerTimeout'
  | 'Timeout'
  | 'TooManyRequests'
  | 'MethodNotAllowed'
  | 'NotAcceptable'
  | 'RequestEntityTooLarge'
  | 'UnsupportedMediaType'
  | 'InternalError'
  | 'Expired'
  | 'ServiceUnavailable'
  | 'StoreReadError'

export interface StatusCause {
  /** `FieldValueInvalid`, `FieldValueRequired`, `FieldValueNotSupported`, `FieldManagerConflict` ... */
  readonly reason?: string
  readonly message?: string
  /** `spec.template.spec.containers[0].image` */
  readonly field?: string
}

export interface Status {
  readonly kind: 'Status'
  readonly apiVersion: 'v1'
  readonly metadata: { readonly continue?: string }
  readonly status: 'Success' | 'Failure'
  readonly message?: string
  readonly reason?: StatusReason | ''
  readonly details?: {
    readonly name?: string
    readonly group?: string
    readonly kind?: string
    readonly uid?: string
    readonly causes?: readonly StatusCause[]
    readonly retryAfterSeconds?: number
  }
  readonly code?: number
}

/** What a Status is about. `plural` goes where upstream writes the resource; `kind` is used by Invalid. */
export interface Subject {
  readonly group: string
  readonly plural: string
  readonly kind?: string
}

/** An error with the Status that a client is to see. Everything else that is thrown becomes a 500 InternalError. */
export class StatusError extends Error {
  readonly status: Status

  constructor(status: Status) {
    super(status.message)
    this.name = 'StatusError'
    this.status = status
  }

  get code(): number {
    return this.status.code ?? 500
  }

  get reason(): string {
    return this.status.reason ?? ''
  }
}

export const isNotFound = (error: unknown): error is StatusError =>
  error instanceof StatusError && error.reason === 'NotFound'

/** For `catch`: what isn't there is undefined, anything else is thrown on. */
export function ifNotFound(error: unknown): undefined {
  if (!isNotFound(error)) throw error
}

/** A 404 of the path itself, not of an object. */
export class PathNotFound extends StatusError {
  constructor() {
    super({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'the server could not find the requested resource',
      reason: 'NotFound',
      details: {},
      code: 404,
    })
  }
}

function failure(code: number, reason: StatusReason, message: string, details?: Status['details']): StatusError {
  return new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(details ? { details } : {}),
    code,
  })
}

const qualified = (subject: Subject) => (subject.group ? `${subject.plural}.${subject.group}` : subject.plural)
const detailsOf = (subject: Subject, name: string) => ({
  ...(name ? { name } : {}),
  ...(subject.group ? { group: subject.group } : {}),
  kind: subject.plural,
})

export const badRequest = (message: string): StatusError => failure(400, 'BadRequest', message)
export const unauthorized = (message = 'Unauthorized'): StatusError => failure(401, 'Unauthorized', message)
export const forbidden = (subject: Subject, name: string, why: string): StatusError =>
  failure(
    403,
    'Forbidden',
    `${qualified(subject)}${name ? ` "${name}"` : ''} is forbidden: ${why}`,
    detailsOf(subject, name),
  )
/** A name longer than any object's is cut: who asks for it knows it, and an answer that said it twice would cost more than the question. */
export function notFound(subject: Subject, name: string): StatusError {
  const shown = name.length > mostShown ? `${name.slice(0, mostShown)}…` : name
  return failure(404, 'NotFound', `${qualified(subject)} "${shown}" not found`, detailsOf(subject, shown))
}
const mostShown = 4096
/** For a path that no resource answers. */
export const pathNotFound = (): PathNotFound => new PathNotFound()
/** `why`: more than that the method is not allowed there. */
export const methodNotAllowed = (why = ''): StatusError =>
  failure(405, 'MethodNotAllowed', `the server does not allow this method on the requested resource${why}`, {})
/** A verb that a person's own kind does not have there. */
export const verbNotSupported = (subject: Subject, verb: string): StatusError =>
  failure(
    405,
    'MethodNotAllowed',
    `${verb} is not supported on resources of kind "${qualified(subject)}"`,
    detailsOf(subject, ''),
  )
export const notAcceptable = (
  accepted: readonly string[],
  message = `only the following media types are accepted: ${accepted.join(', ')}`,
): StatusError => failure(406, 'NotAcceptable', message)
export const alreadyExists = (subject: Subject, name: string): StatusError =>
  failure(409, 'AlreadyExists', `${qualified(subject)} "${name}" already exists`, detailsOf(subject, name))
export const conflict = (subject: Subject, name: string, why: string): StatusError =>
  failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(subject)} "${name}": ${why}`,
    detailsOf(subject, name),
  )
/** Upstream's words for a stale resourceVersion; clients search for them. */
export const staleObject = (subject: Subject, name: string): StatusError =>
  conflict(subject, name, 'the object has been modified; please apply your changes to the latest version and try again')
export const expired = (message: string, continueToken?: string): StatusError =>
  new StatusError({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: continueToken ? { continue: continueToken } : {},
    status: 'Failure',
    message,
    reason: 'Expired',
    code: 410,
  })
export const tooLarge = (message: string): StatusError => failure(413, 'RequestEntityTooLarge', message)
export const unsupportedMediaType = (message: string): StatusError => failure(415, 'UnsupportedMediaType', message)
export const invalid = (subject: Subject, name: string, causes: readonly StatusCause[]): StatusError => {
  const kind = subject.group ? `${subject.kind ?? subject.plural}.${subject.group}` : (subject.kind ?? subject.plural)
  const lines = causes.map((cause) => (cause.field ? `${cause.field}: ${cause.message}` : String(cause.message)))
  const message = `${kind} "${name}" is invalid: ${lines.length === 1 ? lines[0] : `[${lines.join(', ')}]`}`
  return failure(422, 'Invalid', message, {
    ...(name ? { name } : {}),
    ...(subject.group ? { group: subject.group } : {}),
    ...((subject.kind ?? subject.plural) ? { kind: subject.kind ?? subject.plural } : {}),
    causes,
  })
}
export const tooManyRequests = (message: string, retryAfterSeconds: number): StatusError =>
  failure(429, 'TooManyRequests', message, { retryAfterSeconds })
export const internalError = (message: string): StatusError =>
  failure(500, 'InternalError', `Internal error occurred: ${message}`, { causes: [{ message }] })
/** A failure of the server that upstream gives no reason for. */
export const unexplained = (message: string): StatusError =>
  new StatusError({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, code: 500 })
export const serviceUnavailable = (message: string, retryAfterSeconds?: number): StatusError =>
  failure(503, 'ServiceUnavailable', message, retryAfterSeconds === undefined ? undefined : { retryAfterSeconds })
export const timeout = (message: string): StatusError => failure(504, 'Timeout', message)

/** 403: a create in a namespace that is being deleted. Clients look for the cause NamespaceTerminating. */
export function namespaceTerminating(subject: Subject, name: string, namespace: string): StatusError {
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`
  const { status } = forbidden(subject, name, why)
  const cause = {
    reason: 'NamespaceTerminating',
    message: `namespace ${namespace} is being terminated`,
    field: 'metadata.namespace',
  }
  return new StatusError({ ...status, details: { ...status.details, causes: [cause] } })
}
