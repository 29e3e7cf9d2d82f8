/** Prometheus' text form: families of numbers with labels, written when somebody asks. */
import { pauseNow } from './slice.js'

export type Labels = Readonly<Record<string, string>>

export interface Family {
  readonly name: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  /** A sentence. */
  readonly help: string
  readonly samples: readonly Sample[]
}

/** A number, or a histogram's. */
export type Sample =
  | { readonly labels: Labels; readonly value: number }
  | { readonly labels: Labels; readonly histogram: HistogramState }

export interface HistogramState {
  /** Upper bounds in order, without the infinite one. */
  readonly bounds: readonly number[]
  /** How many fell to each bound (not cumulative), and behind the last. */
  readonly counts: ArrayLike<number>
  readonly sum: number
}

export const prometheusType = 'text/plain; version=0.0.4; charset=utf-8'

/** Families without samples are left out. Made in slices. */
export async function writePrometheus(families: readonly Family[]): Promise<string> {
  let text = ''
  for (const { name, type, help, samples } of families) {
    if (samples.length === 0) continue
    text += `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`
    for (const sample of samples) {
      const pause = pauseNow()
      if (pause) await pause
      if ('value' in sample) text += `${name}${written(sample.labels)} ${sample.value}\n`
      else text += histogram(name, sample.labels, sample.histogram)
    }
  }
  return text
}

function histogram(name: string, labels: Labels, { bounds, counts, sum }: HistogramState): string {
  let text = ''
  let total = 0
  // The labels are the same but for one: written once.
  const [head, tail] = written({ ...labels, le: '' }).split(/(?<=[{,])le=""/)
  for (let at = 0; at <= bounds.length; at++) {
    total += counts[at] ?? 0
    const le = at < bounds.length ? String(bounds[at]) : '+Inf'
    text += `${name}_bucket${head}le="${le}"${tail} ${total}\n`
  }
  return `${text}${name}_sum${written(labels)} ${sum}\n${name}_count${written(labels)} ${total}\n`
}

function written(labels: Labels): string {
  const names = Object.keys(labels)
  if (names.length === 0) return ''
  return `{${names
    .sort()
    .map((name) => `${name}="${escaped(labels[name] ?? '')}"`)
    .join(',')}}`
}

const escaped = (text: string): string => text.replace(/[\\"\n]/g, (each) => (each === '\n' ? '\\n' : `\\${each}`))
