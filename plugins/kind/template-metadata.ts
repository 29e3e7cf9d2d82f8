/** Labels and annotations of what a spec makes (upstream's ValidateLabels and ValidateAnnotations). */
import { labelValueErrors, qualifiedNameErrors, type StatusCause } from '../../core/meta/index.js'
import { invalid, tooLong } from './causes.js'

type Texts = Readonly<Record<string, string>>

const mostAnnotationBytes = 256 * 1024

export function labelErrors(labels: Texts, at: string): StatusCause[] {
  const found: StatusCause[] = []
  for (const key in labels) {
    for (const why of qualifiedNameErrors(key)) found.push(invalid(at, key, why))
    for (const why of labelValueErrors(labels[key]!)) found.push(invalid(at, labels[key], why))
  }
  return found
}

export function annotationErrors(annotations: Texts, at: string): StatusCause[] {
  const found: StatusCause[] = []
  let bytes = 0
  for (const key in annotations) {
    for (const why of qualifiedNameErrors(key.toLowerCase())) found.push(invalid(at, key, why))
    bytes += Buffer.byteLength(key) + Buffer.byteLength(annotations[key]!)
  }
  if (bytes > mostAnnotationBytes) found.push(tooLong(at, mostAnnotationBytes))
  return found
}
