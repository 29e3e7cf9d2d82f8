/** Formats that crds/ names by `x-operon-format`, and how upstream words their errors. Every pattern runs in time linear in its text. */
export interface NamedFormat {
  /** Matches '' too: whether something must be said is another rule. */
  readonly pattern: string
  readonly maxLength: number
  readonly says: string
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'

const rule = (what: string, example: string, regex: string) =>
  `${what} (e.g. ${example}, regex used for validation is '${regex}')`

export const namedFormats: Readonly<Record<string, NamedFormat>> = {
  'dns1123-label': {
    pattern: `^(${label})?$`,
    maxLength: 63,
    says: rule(
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
      "'my-name',  or '123-abc'",
      label,
    ),
  },
  'dns1123-subdomain': {
    pattern: `^(${label}(\\.${label})*)?$`,
    maxLength: 253,
    says: rule(
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
      "'example.com'",
      `${label}(\\.${label})*`,
    ),
  },
  'port-name': {
    pattern: '^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$',
    maxLength: 15,
    says: 'must be a port name: at most 15 lower case letters, digits and single hyphens, at least one of them a letter, no hyphen first or last',
  },
  'config-key': {
    pattern: '^[-._a-zA-Z0-9]*$',
    maxLength: 253,
    says: rule(
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
      "'key.name',  or 'KEY_NAME',  or 'key-name'",
      '[-._a-zA-Z0-9]+',
    ),
  },
  /** The key itself, not a reference to one: it must be said. */
  'config-map-key': {
    pattern: '^(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+$',
    maxLength: 253,
    says: rule(
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.', and must not be '.' or start with '..'",
      "'key.name',  or 'KEY_NAME',  or 'key-name'",
      '[-._a-zA-Z0-9]+',
    ),
  },
  'env-name': {
    pattern: '^[ -<>-~]*$',
    maxLength: 1_048_576,
    says: rule(
      "a valid environment variable name must consist only of printable ASCII characters other than '='",
      "'my.env-name',  or 'MY_ENV.NAME'",
      '^[ -<>-~]+$',
    ),
  },
}

/** The words for a pattern of a named format. */
export const saysByPattern: ReadonlyMap<string, string> = new Map(
  Object.values(namedFormats).map(({ pattern, says }) => [pattern, says]),
)
