/** Named formats: `format.dns1123Label().validate('a')` gives what is wrong, if anything. */
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { parseTimestamp } from '../time.js'
import { ListValue, Opaque, OptionalValue } from '../values.js'

interface Format {
  readonly isFine: (text: string) => boolean
  readonly says: string
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomain = `${label}(\\.${label})*`
const label1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'
const name = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'

const like = (pattern: string, most: number, says: string): Format => {
  const expression = new RegExp(`^(?:${pattern})$`)
  return { isFine: (text) => text.length <= most && expression.test(text), says: `${says}, at most ${most} characters` }
}

const lower = "lower case letters, digits and '-', with a letter or digit at both ends"
const prefixable = (pattern: string, most: number, says: string) =>
  like(`(?:${pattern})?-?`, most, `${says}; it may end with '-'`)

const isQualified = (text: string): boolean => {
  const parts = text.split('/')
  const own = parts[parts.length - 1]!
  const isPrefixed = parts.length === 1 || (parts.length === 2 && subdomains.isFine(parts[0]!))
  return isPrefixed && own.length <= 63 && new RegExp(`^${name}$`).test(own)
}

const subdomains = like(subdomain, 253, `must be parts of ${lower}, joined by '.'`)

const isDate = (text: string): boolean => {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) && parseTimestamp(text) !== undefined
  } catch {
    return false
  }
}

const isDateTime = (text: string): boolean => {
  try {
    return text.length > 10 && parseTimestamp(text) !== undefined
  } catch {
    return false
  }
}

const byName: Readonly<Record<string, Format>> = {
  dns1123Label: like(label, 63, `must be ${lower}`),
  dns1123Subdomain: subdomains,
  dns1035Label: like(label1035, 63, `must be ${lower}, beginning with a letter`),
  qualifiedName: {
    isFine: isQualified,
    says: "must be letters, digits, '-', '_' and '.' (at most 63), with a DNS subdomain and '/' in front if wanted",
  },
  dns1123LabelPrefix: prefixable(label, 63, `must be ${lower}`),
  dns1123SubdomainPrefix: prefixable(subdomain, 253, `must be parts of ${lower}, joined by '.'`),
  dns1035LabelPrefix: prefixable(label1035, 63, `must be ${lower}, beginning with a letter`),
  labelValue: like(`(${name})?`, 63, "must be empty or letters, digits, '-', '_' and '.'"),
  uri: { isFine: (text) => /^([a-zA-Z][a-zA-Z0-9+.-]*:\/\/?[^\s]*|\/[^\s]*)$/.test(text), says: 'must be a URI' },
  uuid: like('[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}', 36, 'must be a UUID'),
  byte: { isFine: (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), says: 'must be base64' },
  date: { isFine: isDate, says: 'must be a date (2024-01-31)' },
  datetime: { isFine: isDateTime, says: 'must be a time in RFC 3339 (2024-01-31T10:00:00Z)' },
}

const made = (format: string) => new Opaque('format', byName[format], format)

export const formats: readonly Overload[] = [
  ...Object.keys(byName).map((each) => overload(`@format.${each}(): format`, () => made(each))),
  overload(
    '@format.named(string): optional<format>',
    ([each]: [string]) => new OptionalValue(Object.hasOwn(byName, each) ? made(each) : undefined),
  ),
  overload(
    'format.validate(string): optional<list<string>>',
    ([format, text]: [Opaque, string]) => {
      const { isFine, says } = format.inner as Format
      if (text.length > 10_000) throw new CelError('text is too long for a format')
      return new OptionalValue(isFine(text) ? undefined : ListValue.of([says]))
    },
    { cost: (_, size) => traversal(size!) * 5 },
  ),
]
