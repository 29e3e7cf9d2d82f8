/** Components of OpenAPI documents: the types of definitions, under upstream's names and with its extensions. */
import type { Definition, DefinitionVersion, SchemaNode, TypeSource } from '../../schema/index.js'
import { customComponent, selectable } from './custom-component.js'
import type { TextPieces } from './text-pieces.js'

/** v2 (Swagger 2.0) and v3 say references, and types with two forms, differently. */
export type Flavour = 'v2' | 'v3'

type Document = Readonly<Record<string, unknown>>

/** Stands for a component that has been taken away. */
const drained: Document = {}

const meta = 'io.k8s.apimachinery.pkg.apis.meta.v1'

/** The name of the component that a kind's objects are: `io.k8s.api.apps.v1.Deployment`; people's own are named by their group, backwards. */
function componentName(definition: Definition, version: DefinitionVersion): string {
  if (version.typeName) return version.typeName
  return [...definition.group.split('.').reverse(), version.name, definition.names.kind].join('.')
}

export const metaType = (name: string): string => `${meta}.${name}`

export interface Components {
  /** Makes sure a named type, and what it refers to, will be there; answers how to refer to it. `gvk`: of a type whose objects stand alone. */
  refer(name: string, gvk?: object): Document
  /** As `refer`, for a kind's objects or the list of them. */
  referKind(served: ServedKind, form: 'object' | 'list'): Document
  /** Those that have come since the last call, whole; what was drained is still known by name. */
  drain(): readonly (readonly [name: string, schema: Document])[]
}

interface ServedKind {
  readonly definition: Definition
  readonly version: DefinitionVersion
}

interface GroupVersion {
  readonly group: string
  readonly version: string
}

const ofEveryGroup = new Set(['DeleteOptions', 'WatchEvent'].map(metaType))

/** It stands alone below its group's address, and in a list of groups. */
const apiGroup = metaType('APIGroup')

const kindIn =
  (name: string) =>
  ({ group, version }: GroupVersion) => ({ group, kind: name.slice(meta.length + 1), version })

interface ComponentOptions {
  /** Takes people's schemas as text. */
  readonly pieces?: TextPieces
  /** The group-versions that have types which stand in each (DeleteOptions, WatchEvent). */
  readonly everywhere: readonly GroupVersion[]
}

export function collectComponents(types: TypeSource, flavour: Flavour, options: ComponentOptions): Components {
  return new Collection(types, flavour, options)
}

class Collection implements Components {
  readonly #types: TypeSource
  readonly #flavour: Flavour
  readonly #options: ComponentOptions
  readonly #typeMeta: TypeMeta
  readonly #prefix: string
  readonly #found = new Map<string, Document>()
  readonly #fresh: string[] = []

  constructor(types: TypeSource, flavour: Flavour, options: ComponentOptions) {
    this.#types = types
    this.#flavour = flavour
    this.#options = options
    this.#typeMeta = typeMetaOf(types)
    this.#prefix = flavour === 'v3' ? '#/components/schemas/' : '#/definitions/'
  }

  refer(name: string, gvk?: object): Document {
    return this.#collect(name, () => {
      const own = gvk ?? (name === apiGroup ? kindIn(name)({ group: '', version: 'v1' }) : undefined)
      const gvks = ofEveryGroup.has(name) ? this.#options.everywhere.map(kindIn(name)) : own && [own]
      const schema = this.#shown(this.#types(name))
      return gvks ? { ...schema, 'x-kubernetes-group-version-kind': gvks } : schema
    })
  }

  referKind(served: ServedKind, form: 'object' | 'list'): Document {
    const { definition, version } = served
    const name = componentName(definition, version)
    const kind = form === 'object' ? definition.names.kind : definition.names.listKind
    const full = form === 'object' ? name : `${name.slice(0, name.lastIndexOf('.'))}.${kind}`
    const gvk = { 'x-kubernetes-group-version-kind': [{ group: definition.group, kind, version: version.name }] }
    return this.#collect(full, () =>
      form === 'object'
        ? { ...this.#objects(served, name), ...gvk }
        : { ...this.#lists(served, name), ...gvk, ...(definition.builtIn ? {} : selectable(version)) },
    )
  }

  drain(): readonly (readonly [name: string, schema: Document])[] {
    return this.#fresh.splice(0).map((name) => {
      const schema = this.#found.get(name)!
      this.#found.set(name, drained)
      return [name, schema] as const
    })
  }

  /** It is known by its name while it is made: types refer to themselves. */
  #collect(name: string, make: () => Document): Document {
    if (!this.#found.has(name)) {
      this.#fresh.push(name)
      this.#found.set(name, {})
      this.#found.set(name, make())
    }
    return { $ref: this.#prefix + name }
  }

  #objects({ definition, version }: ServedKind, name: string): Document {
    if (definition.builtIn) return this.#shown(whole(this.#types(name), this.#typeMeta))
    const metadata = this.#withRef({ $ref: metaType('ObjectMeta'), description: metadataWords }, undefined)
    const { pieces } = this.#options
    return customComponent(version, { flavour: this.#flavour, pieces, implied: { ...this.#typeMeta, metadata } })
  }

  #lists(served: ServedKind, name: string): Document {
    const { builtIn, names } = served.definition
    const description = 'Of which revision the list is, and where it goes on.'
    const metadata = this.#withRef({ $ref: metaType('ListMeta'), description }, builtIn ? {} : undefined)
    const item = { $ref: this.#prefix + name }
    const items = this.#flavour === 'v3' && builtIn ? { default: {}, allOf: [item] } : item
    this.referKind(served, 'object')
    return listSchema(names.listKind, items, { ...this.#typeMeta, metadata })
  }

  #shown(schema: SchemaNode): Document {
    const words = schema.description === undefined ? {} : { description: schema.description }
    if (schema['x-kubernetes-int-or-string'])
      return { ...words, ...twoForms(['integer', 'string'], this.#flavour, 'int-or-string') }
    if (schema['x-operon-scalar'] === 'quantity') return { ...words, ...twoForms(['string', 'number'], this.#flavour) }
    if (schema['x-operon-special']) return { ...words, ...(schema.type ? { type: schema.type } : {}) }
    const { properties, items, additionalProperties, required } = schema
    return {
      ...plain(schema),
      ...(required ? { required } : {}),
      ...(items ? { items: this.#inner(items) } : {}),
      ...(typeof additionalProperties === 'object' ? { additionalProperties: this.#inner(additionalProperties) } : {}),
      ...(typeof additionalProperties === 'boolean' ? { additionalProperties } : {}),
      ...(properties ? { properties: this.#members(properties, new Set(required)) } : {}),
    }
  }

  #members(properties: NonNullable<SchemaNode['properties']>, required: ReadonlySet<string>): Document {
    const shown = Object.entries(properties).map(([name, each]) => {
      return [name, this.#withRef(each, implied(each, required.has(name)))] as const
    })
    return Object.fromEntries(shown)
  }

  #inner(schema: SchemaNode): Document {
    return this.#withRef(schema, schema['x-operon-number'] ? undefined : implied(schema, true))
  }

  #withRef(schema: SchemaNode, zero: unknown): Document {
    const value = schema.default ?? zero
    // Clients of v2 have never been told of defaults.
    const fallback = value === undefined || this.#flavour === 'v2' ? {} : { default: value }
    if (!schema.$ref) return { ...this.#shown(schema), ...fallback }
    const reference = this.refer(schema.$ref)
    const said = { ...plain(schema), ...fallback }
    if (!Object.keys(said).length) return reference
    return this.#flavour === 'v3' ? { ...said, allOf: [reference] } : { ...said, ...reference }
  }
}

function twoForms(forms: readonly string[], flavour: Flavour, format?: string): Document {
  if (flavour === 'v2') return { type: 'string', ...(format ? { format } : {}) }
  return { ...(format ? { format } : {}), oneOf: forms.map((type) => ({ type })) }
}

/** What Go writes for a member that was never set counts as its default, as upstream's documents say. */
function implied(schema: SchemaNode, required: boolean): unknown {
  if (schema['x-operon-pointer']) return undefined
  if (schema.$ref)
    return /\.(Time|MicroTime|Quantity|IntOrString|RawExtension|JSON|JSONSchemaPropsOr\w+|FieldsV1)$/.test(schema.$ref)
      ? undefined
      : {}
  if (!(schema['x-operon-always'] ?? required)) return undefined
  if (schema.type === 'string') return schema.format === 'byte' ? undefined : ''
  return schema.type === 'integer' || schema.type === 'number' ? 0 : schema.type === 'boolean' ? false : undefined
}

const kept = ['type', 'format', 'description', 'enum', 'nullable', 'title'] as const

/** Keys that stand for themselves, and Kubernetes' own extensions. */
function plain(schema: SchemaNode): Document {
  const said: Record<string, unknown> = {}
  for (const key of kept) if (schema[key] !== undefined) said[key] = schema[key]
  if (schema['x-operon-told-enum']) said['enum'] = schema['x-operon-told-enum']
  for (const key of Object.keys(schema)) if (key.startsWith('x-kubernetes-')) said[key] = schema[key]
  return said
}

interface TypeMeta {
  readonly apiVersion: SchemaNode
  readonly kind: SchemaNode
}

/** apiVersion and kind of all objects, in the words that are known of them. */
function typeMetaOf(types: TypeSource): TypeMeta {
  const { apiVersion, kind } = types(metaType('Status')).properties ?? {}
  const shape = 'The group and version whose shape the object has: apps/v1, or v1 for the core group.'
  const what = 'What the object is: Pod, Deployment. It can be left out where the address says it.'
  return {
    apiVersion: { type: 'string', description: apiVersion?.description ?? shape },
    kind: { type: 'string', description: kind?.description ?? what },
  }
}

const metadataWords = "Standard object's metadata: name, labels and everything else that all objects have."

/** People's own definitions leave out what every object has. */
function whole(schema: SchemaNode, { apiVersion, kind }: TypeMeta): SchemaNode {
  const metadata = { $ref: metaType('ObjectMeta'), description: metadataWords }
  const { metadata: own, ...rest } = schema.properties ?? {}
  return {
    type: 'object',
    ...schema,
    properties: { apiVersion, kind, metadata: own?.$ref ? { ...metadata, ...own } : metadata, ...without(rest) },
  }
}

const without = ({ apiVersion: _, kind: __, ...rest }: Readonly<Record<string, SchemaNode>>) => rest

function listSchema(title: string, items: Document, implied: Document): Document {
  const list = { type: 'array', items, description: 'The objects.' }
  const description = `${title}: objects of one kind, and the revision that they show.`
  return { description, type: 'object', required: ['items'], properties: { ...implied, items: list } }
}
