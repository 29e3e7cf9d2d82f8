/** `$(NAME)` in commands, arguments and values, pure: known names are replaced, unknown ones stay as written, `$$` is a dollar sign. */
export function expand(text: string, known: ReadonlyMap<string, string>): string {
  return text.replace(/\$(\$|\(([^()]*)\))/g, (whole, mark: string, name: string | undefined) =>
    mark === '$' ? '$' : (known.get(name ?? '') ?? whole),
  )
}
