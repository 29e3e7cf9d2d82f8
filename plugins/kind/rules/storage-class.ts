/** What is wrong with StorageClasses and VolumeAttributesClasses beyond their schemas. */
import { sortedMembers, writeJson } from '../../../core/kit/index.js'
import { qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { StorageClass, VolumeAttributesClass } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required, tooLong, unsupported } from '../causes.js'
import { repeated } from '../repeated.js'

const mostParameters = 512
const mostBytes = 256 * 1024
const policies = ['Delete', 'Retain']

export function storageClassErrors({ provisioner, parameters, reclaimPolicy, ...more }: StorageClass): StatusCause[] {
  return [
    ...(provisioner ? invalids('provisioner', provisioner, qualifiedNameErrors(provisioner.toLowerCase())) : []),
    ...parametersErrors(parameters),
    ...(reclaimPolicy && !policies.includes(reclaimPolicy)
      ? [unsupported('reclaimPolicy', reclaimPolicy, policies)]
      : []),
    ...topologyErrors(more.allowedTopologies ?? []),
  ]
}

function parametersErrors(parameters: Readonly<Record<string, string>> | undefined): StatusCause[] {
  const entries = Object.entries(parameters ?? {})
  if (entries.length > mostParameters) return [tooLong('parameters', mostParameters)]
  const errors = entries.flatMap(([key]) => (key ? [] : [invalid('parameters', key, 'a parameter has a name')]))
  const bytes = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0)
  return bytes > mostBytes ? [...errors, tooLong('parameters', mostBytes)] : errors
}

type Term = NonNullable<StorageClass['allowedTopologies']>[number]

function topologyErrors(terms: readonly Term[]): StatusCause[] {
  const errors: StatusCause[] = []
  const again = repeated(terms.map(placesOf))
  for (const [index, term] of terms.entries()) {
    const at = `allowedTopologies[${index}]`
    // One without expressions is told each time, as upstream does it.
    if (again[index] || !term.matchLabelExpressions?.length) errors.push(duplicate(`${at}.matchLabelExpressions`, ''))
    const keys = new Set<string>()
    for (const [place, { key, values }] of (term.matchLabelExpressions ?? []).entries()) {
      const here = `${at}.matchLabelExpressions[${place}]`
      errors.push(...againErrors(values ?? [], `${here}.values`))
      if (keys.has(key)) errors.push(duplicate(`${here}.key`, key))
      keys.add(key)
      errors.push(...invalids(`${here}.key`, key, qualifiedNameErrors(key ?? '')))
    }
  }
  return errors
}

/** The same for all ways to write the same places. */
function placesOf({ matchLabelExpressions }: Term): string {
  const places = (matchLabelExpressions ?? []).map(({ key, values }) => [key, [...new Set(values)].sort()] as const)
  return writeJson(sortedMembers(Object.fromEntries(places)))
}

function againErrors(values: readonly string[], field: string): StatusCause[] {
  const again = repeated(values)
  return values.flatMap((value, index) => (again[index] ? [duplicate(`${field}[${index}]`, value)] : []))
}

export function attributesClassErrors(
  { driverName, parameters }: VolumeAttributesClass,
  old: VolumeAttributesClass | undefined,
): StatusCause[] {
  const errors = [
    ...(driverName ? invalids('driverName', driverName, qualifiedNameErrors(driverName.toLowerCase())) : []),
    ...parametersErrors(parameters),
  ]
  if (!Object.keys(parameters ?? {}).length) errors.push(required('parameters', 'one parameter at least'))
  if (old && old.driverName !== driverName) errors.push(forbidden('driverName', 'stays as it is after creation'))
  if (old && !sameJson(old.parameters, parameters))
    errors.push(forbidden('parameters', 'stay as they are after creation'))
  return errors
}
