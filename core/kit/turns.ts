/** Work in the order in which it comes, so much of it in one turn of the event loop: what comes in a flood keeps nobody else waiting. */
export class Turns<T> {
  readonly #mostATurn: number
  readonly #work: (item: T) => void
  #waiting: T[] = []
  #done = 0
  #isPlanned = false

  /** `work` must not throw. */
  constructor(mostATurn: number, work: (item: T) => void) {
    this.#mostATurn = mostATurn
    this.#work = work
  }

  /** Works at once where this turn has room and nothing waits. */
  add(item: T): void {
    this.#plan()
    if (this.#done < this.#mostATurn && this.#waiting.length === 0) {
      this.#done++
      this.#work(item)
    } else this.#waiting.push(item)
  }

  #plan(): void {
    if (this.#isPlanned) return
    this.#isPlanned = true
    setImmediate(() => this.#next())
  }

  #next(): void {
    this.#isPlanned = false
    this.#done = 0
    if (this.#waiting.length === 0) return
    const items = this.#waiting.splice(0, this.#mostATurn)
    this.#plan()
    for (const item of items) {
      this.#done++
      this.#work(item)
    }
  }
}
