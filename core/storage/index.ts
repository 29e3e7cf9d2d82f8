/** Storage: the contract of drivers, and what renders stored bytes. Anything that knows a kind, or a particular driver, does not belong here. */
export * from './contract.js'
export { keepHistory } from './keep-history.js'
export * from './record.js'
