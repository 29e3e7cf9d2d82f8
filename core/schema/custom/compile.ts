/** Compiles a person's own definition, as it is stored, to the internal form. */
import { readJson, writeJson } from '../../kit/index.js'
import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { compareVersions } from '../../meta/index.js'
import type { TypeBuilder } from '../build-type.js'
import { compileColumns, compileSubresource, type PrinterColumn } from '../compile.js'
import type { Conversion, Definition, DefinitionNames, DefinitionVersion, Strategy } from '../definition.js'
import { isJsonPath } from '../json-path/index.js'
import type { SchemaNode, TypeSource } from '../schema-node.js'
import type { StructType } from '../type.js'
import { conversionAnnotation, declaredConversion, readPlan } from './declared-conversion.js'
import { hasEmbedded } from './embedded.js'
import type { ScalePaths } from './scale-values.js'
import { isEmbedded, othersOf } from './shape.js'
import { customSteps } from './steps.js'
import type { WarmSchemas } from './warm.js'

/** The parts of a CustomResourceDefinition that matter here, but its versions. */
export interface CustomHead {
  readonly metadata: {
    readonly name?: string
    readonly deletionTimestamp?: string | null
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly spec: {
    readonly group: string
    readonly scope: string
    readonly conversion?: { readonly strategy: string } | null
  }
  readonly status?: {
    readonly acceptedNames?: Partial<DefinitionNames>
    readonly conditions?: readonly { readonly type: string; readonly status: string }[] | null
  }
}

export interface CustomManifest extends CustomHead {
  readonly spec: CustomHead['spec'] & { readonly versions: readonly CustomVersion[] }
}

/** A definition as it is kept while it is served: small, and the same in every thread. */
export interface PackedManifest extends CustomHead {
  readonly spec: CustomHead['spec'] & { readonly versions: readonly PackedVersion[] }
}

interface CustomVersion {
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  readonly deprecated?: boolean
  readonly deprecationWarning?: string
  readonly schema?: { readonly openAPIV3Schema?: SchemaNode }
  readonly subresources?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly additionalPrinterColumns?: readonly PrinterColumn[]
  readonly selectableFields?: readonly { readonly jsonPath: string }[]
}

interface PackedVersion extends Omit<CustomVersion, 'schema'> {
  readonly packed: PackedSchema
}

interface PackedSchema {
  /** JSON of the schema, of its properties only those that every object has. */
  readonly head: string
  /** JSON of its other properties, deflated. As text, which the collector moves together: a thousand small buffers would hold the memory of all bodies between them. */
  readonly members: string
  /** The version's, as DefinitionVersion has it. */
  readonly stamp: number
  /** Whether objects stand inside of its objects. */
  readonly embeds?: true
}

export interface CustomParts {
  /** Named types: of ObjectMeta. */
  readonly types: TypeSource
  readonly builder: TypeBuilder
  readonly warm: WarmSchemas
  /** The way between versions that a definition names; undefined: apiVersion alone differs. */
  conversion(manifest: CustomHead): Conversion | undefined
}

/** Undefined while it is not established. Cost: about 1 ms for 60 KB; kept are names, and a few KB of packed schema. */
export const compileCustom = (manifest: CustomManifest, parts: CustomParts): Definition | undefined =>
  compilePacked(packCustom(manifest), parts)

/** Nearly all of what compiling costs; any thread can do it. */
export function packCustom({ metadata, spec, status }: CustomManifest): PackedManifest {
  const { name, deletionTimestamp, annotations } = metadata
  const { group, scope, conversion } = spec
  const kind = status?.acceptedNames?.kind ?? ''
  const versions = spec.versions.map(({ schema, ...version }) => {
    const { head, members } = writtenSchema(schema?.openAPIV3Schema ?? anything)
    const stamp = hashOf('sha1', `${group}/${version.name}/${kind}\n${head}\n${members}`).readUInt32LE()
    const packed = { head, members: deflateRawSync(members, { level: 1 }).toString('latin1'), stamp }
    return { ...version, packed: members.includes(embeddedMember) ? { ...packed, embeds: true as const } : packed }
  })
  return {
    metadata: {
      ...(name === undefined ? {} : { name }),
      ...(deletionTimestamp ? { deletionTimestamp } : {}),
      ...(annotations ? { annotations } : {}),
    },
    spec: { group, scope, versions, ...(conversion ? { conversion } : {}) },
    ...(status
      ? { status: { ...pick(status.acceptedNames, 'acceptedNames'), ...pick(status.conditions, 'conditions') } }
      : {}),
  }
}

const pick = <T>(value: T | null | undefined, name: string) => (value ? { [name]: value } : {})

/** As `compileCustom`, cheap. */
export function compilePacked(manifest: PackedManifest, parts: CustomParts): Definition | undefined {
  const { spec, status, metadata } = manifest
  const established = status?.conditions?.some(({ type, status: is }) => type === 'Established' && is === 'True')
  const accepted = status?.acceptedNames
  if (!established || !accepted?.plural || !accepted.kind) return undefined
  const closing = Boolean(metadata.deletionTimestamp)
  const names: DefinitionNames = {
    plural: accepted.plural,
    kind: accepted.kind,
    singular: accepted.singular ?? accepted.kind.toLowerCase(),
    listKind: accepted.listKind ?? `${accepted.kind}List`,
    shortNames: accepted.shortNames ?? [],
    categories: accepted.categories ?? [],
  }
  const stored = spec.versions.find(({ storage }) => storage)?.name ?? ''
  const lasting = spec.versions.filter(({ served, deprecated }) => served && !deprecated)
  const current = lasting.map(({ name }) => name).sort(compareVersions)
  const home = { group: spec.group, names, closing, stored, current }
  const noneServed = closing && !spec.versions.some(({ served }) => served)
  const versions = spec.versions.map((version) =>
    compileVersion(noneServed && version.storage ? { ...version, served: true } : version, home, parts),
  )
  const conversion = parts.conversion(manifest) ?? conversionDeclared(manifest)
  return {
    group: spec.group,
    names,
    namespaced: spec.scope === 'Namespaced',
    versions,
    strategy: strategyOf(spec.versions.find(({ storage }) => storage)),
    builtIn: false,
    ...(conversion ? { conversion } : {}),
    ...(closing ? { closing } : {}),
  }
}

function conversionDeclared({ metadata, spec }: CustomHead): Conversion | undefined {
  const text = metadata.annotations?.[conversionAnnotation]
  const plan = text === undefined || spec.conversion?.strategy === 'Webhook' ? undefined : readPlan(text)
  return plan && declaredConversion(plan)
}

function strategyOf(stored: PackedVersion | undefined): Strategy {
  return {
    status: stored?.subresources?.['status'] ? ['status'] : [],
    statusOnCreate: 'cleared',
    metadataThroughStatus: 'stays',
    generation: 'allButMetadataAndStatus',
    immutable: [],
    createOnUpdate: false,
    unconditionalUpdate: false,
    defaultPropagation: 'background',
    deleteReturns: 'status',
    createOnly: false,
    names: 'subdomain',
    finalizedThroughSpec: false,
  }
}

interface Home {
  readonly group: string
  readonly names: DefinitionNames
  readonly closing: boolean
  /** The version that objects are stored in. */
  readonly stored: string
  /** Versions that are served and not deprecated, the newest first. */
  readonly current: readonly string[]
}

/** Told to who uses a deprecated version whose definition has no words of its own. */
function deprecationOf(version: string, { group, names: { kind }, current }: Home): string {
  const next = current.find((each) => compareVersions(each, version) < 0)
  return `${group}/${version} ${kind} is deprecated${next ? `; use ${group}/${next} ${kind}` : ''}`
}

const allVerbs = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch']
/** Listed while its instances are being removed; what is there can still be changed. */
const closingVerbs = ['delete', 'deletecollection', 'get', 'list', 'watch']

const age: PrinterColumn = {
  name: 'Age',
  type: 'date',
  description: 'How long ago the object was created',
  jsonPath: '.metadata.creationTimestamp',
}

const described = (column: PrinterColumn): PrinterColumn => ({
  ...column,
  description: column.description || `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
})

/** As upstream has it, a path that can't be read takes the columns behind it away too. */
function readable(columns: readonly PrinterColumn[]): readonly PrinterColumn[] {
  const bad = columns.findIndex(({ jsonPath = '' }) => !isJsonPath(jsonPath))
  return bad < 0 ? columns : columns.slice(0, bad)
}

const anything: SchemaNode = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }

function compileVersion(version: PackedVersion, home: Home, parts: CustomParts): DefinitionVersion {
  const { group, names } = home
  const { packed } = version
  const place = { definition: { group, names }, version: { name: version.name } }
  return {
    name: version.name,
    served: version.served,
    storage: version.storage,
    ...(version.deprecated
      ? { deprecationWarning: version.deprecationWarning ?? deprecationOf(version.name, home) }
      : {}),
    verbs: home.closing ? closingVerbs : allVerbs,
    stamp: packed.stamp,
    typeName: '',
    validator: noValidator,
    ...lazily(packed, { kind: names.kind, version: version.name, scale: version.subresources?.['scale'] }, parts),
    columns: compileColumns(
      version.additionalPrinterColumns?.length ? readable(version.additionalPrinterColumns).map(described) : [age],
    ),
    selectableFields: (version.selectableFields ?? []).map(({ jsonPath }) => jsonPath.replace(/^\./, '')),
    subresources: ['status', 'scale'].flatMap((name) => {
      const said = version.subresources?.[name]
      return said ? [compileSubresource(name, said, place)] : []
    }),
    storageVersionHash: hashOf('sha256', `${group}/${home.stored}/${names.kind}`).subarray(0, 8).toString('base64'),
  }
}

/** Stands outside: a function made beside `version` would keep all of its schema. */
const noValidator = () => undefined

const hashOf = (algorithm: string, of: string): Buffer => createHash(algorithm).update(of).digest()

/** What is made of the schema when somebody asks. Kept is its packed text: these functions must not see the schema itself, which would live as long as they. */
function lazily(
  packed: PackedSchema,
  about: { readonly kind: string; readonly version: string; readonly scale: ScalePaths | undefined },
  parts: CustomParts,
): Pick<DefinitionVersion, 'schema' | 'type' | 'steps' | 'written'> {
  const { head } = packed
  const unpacked = () => inflateRawSync(Buffer.from(packed.members, 'latin1'))
  const schema = (): SchemaNode => {
    const root = readJson(head) as SchemaNode
    return {
      ...root,
      properties: {
        ...root.properties,
        ...(readJson(unpacked().toString()) as Record<string, SchemaNode>),
      },
    }
  }
  const expanded = () =>
    parts.warm.get(packed, () => {
      const root = schema()
      const metadata = parts.builder.named(objectMeta)
      return { steps: customSteps(root, { metadata, ...about }), type: typeOf(root, parts) }
    })
  const written = { root: () => readJson(head) as SchemaNode, members: unpacked }
  const made = { schema, type: () => expanded().type, steps: () => expanded().steps }
  return packed.embeds ? made : { ...made, written }
}

const embeddedMember = '"x-kubernetes-embedded-resource":true'

interface WrittenSchema {
  /** JSON of the schema, of its properties only those that every object has. */
  readonly head: string
  /** JSON of its other properties. */
  readonly members: string
}

function writtenSchema({ properties = {}, ...root }: SchemaNode): WrittenSchema {
  const { apiVersion, kind, metadata, ...members } = properties
  return {
    head: writeJson({ ...root, properties: { apiVersion, kind, metadata } }),
    members: writeJson(members),
  }
}

const objectMeta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'
const text: SchemaNode = { type: 'string' }

function typeOf(root: SchemaNode, { builder }: CustomParts): StructType {
  return builder.build(wholeSchema(hasEmbedded(root) ? withWholes(root) : root)) as StructType
}

/** Objects inside of it have what every object has, too. */
function withWholes(schema: SchemaNode): SchemaNode {
  const { properties, items } = schema
  const others = othersOf(schema)
  const inner = {
    ...schema,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, withWholes(each)])) }
      : {}),
    ...(items ? { items: withWholes(items) } : {}),
    ...(others ? { additionalProperties: withWholes(others) } : {}),
  }
  return isEmbedded(schema) ? wholeSchema(inner) : inner
}

/** As the type of a whole object has it: with what every object has. */
function wholeSchema(schema: SchemaNode): SchemaNode {
  const properties = {
    apiVersion: text,
    kind: text,
    metadata: { $ref: objectMeta },
    ...without(schema.properties ?? {}),
  }
  return { ...schema, type: 'object', properties }
}

function without({ apiVersion: _, kind: __, metadata: ___, ...rest }: Readonly<Record<string, SchemaNode>>) {
  return rest
}
