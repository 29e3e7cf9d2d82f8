/** What is wrong with an expression, and where. */
export class CompileError extends Error {
  readonly pos: number
  constructor(message: string, pos: number) {
    super(message)
    this.pos = pos
  }
}

/** A call of constants that can't be carried out: upstream evaluates those when it makes the program. */
export class ConstantError extends CompileError {}
