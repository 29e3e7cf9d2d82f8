/** Aggregation: group-versions that another server answers. How that server is reached, and which there are, is a plugin's; resources of our own do not belong here. */
export type * from './contract.js'
