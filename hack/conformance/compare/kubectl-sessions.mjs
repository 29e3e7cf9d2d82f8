/**
 * Long sessions of kubectl, as people have them (sessions/NAME.session: a line `$ command`, and what belongs to it below), given to both servers.
 * ONLY names some of them; KUBECTL, HELM3 and HELM4 the programs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { shells } from './shells.mjs'

const folder = fileURLToPath(new URL('sessions', import.meta.url))
const chosen = process.env['ONLY']?.split(',')

export default async function compareSessions(twins) {
  twins.known.push(
    [/no operator answers/, 'said where nothing acts'],
    [/rejected our request due to an error in our request/, 'we say which'],
    [/manager: (kube-|serviceaccount|operon|deployment|disruption)/, 'who keeps what'],
  )
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.session') ? [file.slice(0, -8)] : []))
  for (const name of names.filter((each) => chosen?.includes(each) ?? true)) {
    const ask = shells(twins, folder)
    console.log(`--- ${name}`)
    const [, ...commands] = `\n${readFileSync(`${folder}/${name}.session`, 'utf8')}`.split('\n$ ')
    for (const command of commands) await ask(command.trimEnd())
  }
}
