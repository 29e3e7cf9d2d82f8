/** What a person typed can't be carried out; the message says what to change. Exit code 2. */
export class UsageError extends Error {}

/** Something outside stands in the way (an occupied port, a locked folder); the message says what to do. Exit code 1, no stack trace. */
export class StartError extends Error {}
