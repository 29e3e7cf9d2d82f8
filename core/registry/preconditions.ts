/** What a client says an object must be before it is changed. */
import { conflict, type KubeObject, staleObject, type Subject } from '../meta/index.js'
import { parseRevision } from './resource-version.js'

export interface Expected {
  readonly uid: string
  /** 0: whatever it is. */
  readonly revision: number
}

/** What a body says of the object it is to replace. Throws 400 for a resourceVersion that is no number. */
export function expectedBy(body: KubeObject): Expected {
  const { uid, resourceVersion } = body?.metadata ?? {}
  // What is no text is refused by who decodes the body.
  const revision = typeof resourceVersion === 'string' ? parseRevision(resourceVersion, 'metadata.resourceVersion') : 0
  return { uid: typeof uid === 'string' ? uid : '', revision }
}

/** Throws 409 when the object is another one, or has been changed. */
export function requireExpected(expected: Expected, object: KubeObject, subject: Subject): void {
  const name = String(object.metadata.name)
  if (expected.uid && expected.uid !== object.metadata.uid)
    throw otherObject(expected.uid, object.metadata.uid, { subject, name })
  if (expected.revision > 0 && String(expected.revision) !== object.metadata.resourceVersion) {
    throw staleObject(subject, name)
  }
}

/** Throws 409 when something is expected of an object that does not exist. */
export function requireNothingExpected(expected: Expected, subject: Subject, name: string): void {
  if (expected.uid) throw otherObject(expected.uid, '', { subject, name })
  if (expected.revision > 0) throw staleObject(subject, name)
}

function otherObject(
  asked: string,
  stands: string | undefined,
  of: { readonly subject: Subject; readonly name: string },
) {
  const why = `Precondition failed: UID in precondition: ${asked}, UID in object meta: ${stands ?? ''}`
  return conflict(of.subject, of.name, why)
}
