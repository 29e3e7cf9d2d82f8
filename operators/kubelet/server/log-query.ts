/** The query of a log request, as the API passes PodLogOptions on. */
import { isTrueParameter } from '../../../core/meta/index.js'
import type { LogOptions } from '../log/read-log.js'
import { HttpError } from './http-error.js'

export function parseLogQuery(query: URLSearchParams, now: number): LogOptions & { readonly previous: boolean } {
  const number = (name: string, least: number) => {
    const text = query.get(name)
    if (text === null) return undefined
    const value = Number(text)
    if (!Number.isInteger(value) || value < least) throw new HttpError(400, `invalid ${name}: "${text}"`)
    return value
  }
  const tailLines = number('tailLines', 0)
  const limitBytes = number('limitBytes', 1)
  const sinceMs = sinceOf(query, number('sinceSeconds', 1), now)
  const stream = query.get('stream')?.toLowerCase()
  return {
    follow: isTrueParameter(query.get('follow')),
    previous: isTrueParameter(query.get('previous')),
    timestamps: isTrueParameter(query.get('timestamps')),
    ...(tailLines === undefined ? {} : { tailLines }),
    ...(limitBytes === undefined ? {} : { limitBytes }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(stream === 'stdout' || stream === 'stderr' ? { stream } : {}),
  }
}

function sinceOf(query: URLSearchParams, sinceSeconds: number | undefined, now: number): number | undefined {
  if (sinceSeconds !== undefined) return now - sinceSeconds * 1000
  const text = query.get('sinceTime')
  if (!text) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw new HttpError(400, `invalid sinceTime: "${text}"`)
  return time
}
