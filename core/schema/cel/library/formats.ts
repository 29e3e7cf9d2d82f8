/** Named formats: `format.dns1123Label().validate('a')` gives what is wrong, if anything. */
import {
  dns1035LabelErrors,
  dns1123LabelErrors,
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
} from '../../../meta/index.js'
import { stringFormat } from '../../custom/formats.js'
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { ListValue, Opaque, OptionalValue } from '../values.js'

interface Format {
  /** What is wrong with a text, empty when nothing is. */
  readonly errors: (text: string) => readonly string[]
  /** Units for each ten characters: upstream counts a pattern's length. */
  readonly price: number
}

type Errors = Format['errors']

/** Of what stands in front of a generated part: a dash at the end counts as a letter, and the character before it is none. */
const ofPrefix =
  (errors: Errors): Errors =>
  (text) =>
    errors(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text)

function ofFormat(name: string, says: string): Errors {
  const isFine = stringFormat(name)!
  return (text) => (isFine(text) ? [] : [says])
}

const byName: Readonly<Record<string, Format>> = {
  dns1123Label: { errors: dns1123LabelErrors, price: 8 },
  dns1123Subdomain: { errors: dns1123SubdomainErrors, price: 15 },
  dns1035Label: { errors: dns1035LabelErrors, price: 8 },
  qualifiedName: { errors: qualifiedNameErrors, price: 15 },
  dns1123LabelPrefix: { errors: ofPrefix(dns1123LabelErrors), price: 8 },
  dns1123SubdomainPrefix: { errors: ofPrefix(dns1123SubdomainErrors), price: 15 },
  dns1035LabelPrefix: { errors: ofPrefix(dns1035LabelErrors), price: 8 },
  labelValue: { errors: labelValueErrors, price: 10 },
  uri: { errors: ofFormat('uri', 'must be a URI'), price: 276 },
  uuid: { errors: ofFormat('uuid', 'must be a UUID'), price: 18 },
  byte: { errors: ofFormat('byte', 'must be base64'), price: 21 },
  date: { errors: ofFormat('date', 'must be a date (2024-01-31)'), price: 18 },
  datetime: { errors: ofFormat('datetime', 'must be a time in RFC 3339 (2024-01-31T10:00:00Z)'), price: 18 },
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
    ([format, text]: [Opaque, string], budget) => {
      const { errors, price } = format.inner as Format
      budget.add(traversal(text.length + 1) * price)
      if (text.length > 10_000) throw new CelError('text is too long for a format')
      const found = errors(text)
      return new OptionalValue(found.length === 0 ? undefined : ListValue.of(found))
    },
    { cost: () => 0 },
  ),
]
