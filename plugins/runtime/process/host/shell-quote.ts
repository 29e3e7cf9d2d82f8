/** Quotes a word for POSIX sh, so that it stands for itself whatever it holds. */
export function shellQuote(word: string): string {
  if (word.includes('\0')) throw new TypeError('a NUL byte can be in no argument, variable or path')
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
