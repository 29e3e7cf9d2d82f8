/** Generated validators (crds/generated/validators) as ajv's standalone code offers them. */
export interface RawValidator {
  (object: unknown): boolean
  errors?: readonly RawError[] | null
}

export interface RawError {
  /** JSON pointer: `/spec/containers/0/name`. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  /** The key that is wrong, when a rule about keys failed. */
  readonly propertyName?: string
}

/** By full name of a type; undefined: its objects have no rules. Reads and parses the code at first use of any type of a file (2-10 ms). */
export type ValidatorSource = (typeName: string) => RawValidator | undefined
