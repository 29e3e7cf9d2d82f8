/** ConfigMaps and Secrets: what their definitions can't say. */
import { ConfigMap, Secret } from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

export const configMapKind = kindPlugin(ConfigMap, {
  columns: {
    data: ({ data, binaryData }) => Object.keys(data ?? {}).length + Object.keys(binaryData ?? {}).length,
  },
})

export const secretKind = kindPlugin(Secret, {
  /** stringData is for writing only: it goes into data, over what is there. */
  prepare(secret) {
    const { stringData } = secret
    if (!stringData) return
    const data = (secret.data ??= {})
    for (const [key, text] of Object.entries(stringData)) data[key] = Buffer.from(text).toString('base64')
    delete secret.stringData
  },
})
