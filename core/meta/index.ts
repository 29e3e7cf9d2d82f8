/** Meta: the shape of objects, kind tokens, selectors, quantities and Status errors. Anything that does I/O or names a particular kind does not belong here. */
export * from './field-selector.js'
export * from './kind.js'
export * from './names.js'
export * from './object.js'
export * from './same-json.js'
export * from './selector.js'
export * from './selector-parse.js'
export * from './status.js'
