/** Tables for kubectl. */
export { type RowCondition, tableOf } from './table.js'
