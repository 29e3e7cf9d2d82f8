/** Control characters by the letters that C, Go and CEL write behind a backslash for them. */
export const controlLetters: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
