import type { Guarded } from '../../registry/index.js'
import type { Asking } from './asking.js'

function never(): never {
  throw new Error('conversions read, and write nothing')
}

/** What a conversion webhook may read (the Service that it stands behind), asked of the API's thread. */
export function farGuarded({ ask }: Asking): Guarded {
  return {
    get: (groupPlural, namespace, name) => ask({ ask: 'read', groupPlural, namespace, name }),
    list: (groupPlural, namespace, selector) => ask({ ask: 'readAll', groupPlural, namespace, selector }),
    create: never,
    update: never,
    delete: never,
  }
}
