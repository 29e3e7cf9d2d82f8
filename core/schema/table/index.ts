/** Tables for kubectl. */
export { type Cell, type CellMaker, selectorText } from './cell.js'
export { type RowCondition, type Table, type TableOptions, tableOf } from './table.js'
