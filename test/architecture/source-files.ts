/** The tree's TypeScript files as text, for the architecture tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. This file runs from dist/test/architecture. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string
  readonly text: string
}

export function sourceFiles(
  areas: readonly string[] = ['core', 'operators', 'plugins', 'hack', 'test', 'crds'],
): SourceFile[] {
  return areas.filter((area) => existsSync(join(root, area))).flatMap((area) => below(join(root, area)))
}

function below(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return below(path)
    return /\.ts$/.test(entry.name)
      ? [{ path: relative(root, path).split('\\').join('/'), text: readFileSync(path, 'utf8') }]
      : []
  })
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts') || path.startsWith('test/')
export const isGenerated = (path: string): boolean => path.includes('/generated/')

/** The text without comments, and with the contents of strings kept. Good enough for our own formatted code. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(^|[^:\\])\/\/[^\n]*/g,
    (_, quoted, before) => quoted ?? before ?? '',
  )
}
