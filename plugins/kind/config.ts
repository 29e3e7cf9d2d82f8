/** ConfigMaps and Secrets: what their definitions can't say. */
import type { StatusCause } from '../../core/meta/index.js'
import { ConfigMap, Secret } from '../../crds/generated/tokens.js'
import { invalid, tooLong, wholeObject } from './causes.js'
import { secretTypeErrors } from './secret-rules.js'
import { secretWarnings } from './secret-warnings.js'
import { kindPlugin } from './typed-plugin.js'

/** Upstream's limit of all values together. */
const mostBytes = 1024 * 1024

export const configMapKind = kindPlugin(ConfigMap, {
  outgrown: tooMuch,
  validate: (configMap) => {
    const { data, binaryData } = configMap
    const twice = Object.keys(data ?? {}).filter((key) => binaryData && key in binaryData)
    const errors = twice.map((key) =>
      invalid(`data[${key}]`, key, 'stands in binaryData already: a key may be in one of the two'),
    )
    return [...errors, ...tooMuch(configMap)]
  },
  columns: {
    data: ({ data, binaryData }) => Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length,
  },
})

export const secretKind = kindPlugin(Secret, {
  receive: foldTexts,
  prepare: foldTexts,
  warnings: secretWarnings,
  validate: (secret) => [
    ...(sizeOf(secret.data, 'base64') > mostBytes ? [tooLong('data', mostBytes)] : []),
    ...secretTypeErrors(secret),
  ],
})

function tooMuch({ data, binaryData }: ConfigMap): StatusCause[] {
  const bytes = sizeOf(data, 'utf8') + sizeOf(binaryData, 'base64')
  return bytes > mostBytes ? [tooLong(wholeObject, mostBytes)] : []
}

/** stringData is for writing only: it goes into data, over what is there. */
function foldTexts(secret: Secret): void {
  const { stringData } = secret
  if (!stringData) return
  const data = (secret.data ??= {})
  for (const [key, text] of Object.entries(stringData)) data[key] = Buffer.from(text).toString('base64')
  delete secret.stringData
}

function sizeOf(data: Readonly<Record<string, string>> | undefined, encoding: 'utf8' | 'base64'): number {
  let bytes = 0
  for (const key in data) bytes += Buffer.byteLength(data[key]!, encoding)
  return bytes
}
