/** What is answered over https alone, before the funnel: express's Router without its application, which is too dear for the way of every request. */
import { createRequire } from 'node:module'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Router } from 'express'

/** Adds paths of its own to the server, outside of `/api` and `/apis`. */
export type Mount = (router: Router) => void

export type Paths = (message: IncomingMessage, response: ServerResponse, next: () => void) => void

/** The router is made at the first call: loading it takes 15 ms. */
export function createPaths(mounts: readonly Mount[]): Paths {
  let router: Router | undefined
  return (message, response, next) => {
    router ??= build(mounts)
    ;(router as unknown as Paths)(message, response, next)
  }
}

function build(mounts: readonly Mount[]): Router {
  const here = createRequire(import.meta.url)
  const fromExpress = createRequire(here.resolve('express'))
  const make = fromExpress('router') as (options: {
    readonly strict: boolean
    readonly caseSensitive: boolean
  }) => Router
  const router = make({ strict: true, caseSensitive: true })
  for (const mount of mounts) mount(router)
  return router
}
