/** Formats that crds/ names by `x-operon-format`, and what is said where a text is not of it. Every pattern runs in time linear in its text. */
export interface NamedFormat {
  /** Matches '' too: whether something must be said is another rule. */
  readonly pattern: string
  readonly maxLength: number
  readonly says: string
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'

export const namedFormats: Readonly<Record<string, NamedFormat>> = {
  'dns1123-label': {
    pattern: `^(${label})?$`,
    maxLength: 63,
    says: "must be of lower case letters, digits and '-', a letter or digit at both ends, such as 'web-1'",
  },
  'dns1123-subdomain': {
    pattern: `^(${label}(\\.${label})*)?$`,
    maxLength: 253,
    says: "must be of lower case letters, digits, '-' and '.', a letter or digit at both ends and beside each '.', such as 'web-1.example.com'",
  },
  'port-name': {
    pattern: '^(|(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*)$',
    maxLength: 15,
    says: 'must be a port name: at most 15 lower case letters, digits and single hyphens, at least one of them a letter, no hyphen first or last',
  },
  'config-key': {
    pattern: '^[-._a-zA-Z0-9]*$',
    maxLength: 253,
    says: "must be of letters, digits, '-', '_' and '.', such as 'app.yaml' or 'LOG_LEVEL'",
  },
  /** The key itself, not a reference to one: it must be said. */
  'config-map-key': {
    pattern: '^(?!\\.$)(?!\\.\\.)[-._a-zA-Z0-9]+$',
    maxLength: 253,
    says: "must be of letters, digits, '-', '_' and '.', such as 'app.yaml' or 'LOG_LEVEL', and no path: neither '.' nor with '..' first",
  },
  'env-name': {
    pattern: '^[ -<>-~]*$',
    maxLength: 1_048_576,
    says: "must be of printable ASCII characters without '=', such as 'LOG_LEVEL'",
  },
}

/** The words for a pattern of a named format. */
export const saysByPattern: ReadonlyMap<string, string> = new Map(
  Object.values(namedFormats).map(({ pattern, says }) => [pattern, says]),
)
