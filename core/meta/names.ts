/** What names, label and annotation keys and label values may look like. Each function answers what is wrong, as many texts as upstream's of apimachinery's util/validation, empty when nothing is. */
const label1123 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const subdomain1123 = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const label1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/
const qualifiedName = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/

const label1123Rule = "must be of lower case letters, digits and '-', a letter or digit at both ends, such as 'web-1'"
const subdomain1123Rule =
  "must be of lower case letters, digits, '-' and '.', a letter or digit at both ends and beside each '.', such as 'web-1.example.com'"
const label1035Rule =
  "must be of lower case letters, digits and '-', first a letter and last a letter or digit, such as 'web-1'"
const qualifiedNameRule =
  "the name must be of letters, digits, '-', '_' and '.', a letter or digit at both ends, such as 'Web_1'"
const labelValueRule =
  "must be empty, or of letters, digits, '-', '_' and '.' with a letter or digit at both ends, such as 'v1.2_beta'"

const tooLong = (bytes: number) => `has more than the ${bytes} bytes that it may have`

const longestTried = 1024

function check(value: string, maxLength: number, pattern: RegExp, rule: string): string[] {
  const errors: string[] = []
  if (value.length > maxLength) errors.push(tooLong(maxLength))
  // Not run on what is far too long: the nested pattern's cost rises with the length.
  if (value.length > longestTried || !pattern.test(value)) errors.push(rule)
  return errors
}

/** RFC 1123 label, at most 63 characters: namespaces. */
export const dns1123LabelErrors = (value: string): string[] => check(value, 63, label1123, label1123Rule)

/** RFC 1123 subdomain, at most 253 characters: most names. */
export const dns1123SubdomainErrors = (value: string): string[] => check(value, 253, subdomain1123, subdomain1123Rule)

/** RFC 1035 label, at most 63 characters: services of old. */
export const dns1035LabelErrors = (value: string): string[] => check(value, 63, label1035, label1035Rule)

/** What can stand as one segment of a path: RBAC's names. */
export function pathSegmentErrors(value: string): string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`]
  return ['/', '%'].filter((illegal) => value.includes(illegal)).map((illegal) => `may not contain '${illegal}'`)
}

/** Some of the prefixed names with nothing wrong, at a low price. */
const plainPrefixed = /^[a-z0-9]+(?:[-.][a-z0-9]+)*\/[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/

/** `name` or `prefix/name`: label keys, annotation keys (in lower case), finalizers. */
export function qualifiedNameErrors(value: string): string[] {
  // Most keys are short and have nothing wrong.
  if (value.length <= 63 && (qualifiedName.test(value) || plainPrefixed.test(value))) return []
  return qualifiedNameFaults(value)
}

function qualifiedNameFaults(value: string): string[] {
  const parts = value.split('/')
  if (parts.length > 2) {
    return ["must be a name, or a DNS name, one '/' and a name, such as 'web' or 'example.com/web'"]
  }
  const errors: string[] = []
  const name = parts[parts.length - 1]!
  if (parts.length === 2) {
    const prefix = parts[0]!
    if (!prefix) errors.push("there must be a DNS name before the '/'")
    else errors.push(...dns1123SubdomainErrors(prefix).map((error) => `before the '/': ${error}`))
  }
  if (!name) errors.push('there must be a name')
  else if (name.length > 63) errors.push(`the name ${tooLong(63)}`)
  if (!qualifiedName.test(name)) errors.push(qualifiedNameRule)
  return errors
}

/** At most 63 characters, empty or alphanumeric at both ends. */
export const labelValueErrors = (value: string): string[] =>
  value === '' ? [] : check(value, 63, qualifiedName, labelValueRule)

/** Names of ports: at most 15 lower case letters, digits and single hyphens, one letter at least. */
export function portNameErrors(value: string): string[] {
  const errors: string[] = []
  if (value.length > 15) errors.push(tooLong(15))
  if (!/^[-a-z0-9]+$/.test(value)) errors.push('must contain only lower case letters, digits and hyphens')
  if (!/[a-z]/.test(value)) errors.push('must have a letter: a to z')
  if (value.includes('--')) errors.push('must not have two hyphens side by side')
  if (/^-|-$/.test(value)) errors.push('must begin and end with a letter or digit')
  return errors
}
