/** What is wrong with an expression, and where. */
export class CompileError extends Error {
  readonly pos: number
  constructor(message: string, pos: number) {
    super(message)
    this.pos = pos
  }
}
