/** Names of users on Windows: `USER` or `DOMAIN\\USER` (upstream's validateWindowsSecurityContextOptions). */
const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/
const dnsLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const dnsDomain = new RegExp(`^${dnsLabel}(?:\\.${dnsLabel})*$`)
const forbiddenInUser = /["/\\:;|=,+*?<>@[\]]/

export function userNameErrors(name: string): string[] {
  if (name === '') return ['name a user, or leave it out']
  if (/\p{Cc}/u.test(name)) return ['must have no control characters']
  const parts = name.split('\\')
  if (parts.length > 2) return ['must have one backslash at most: DOMAIN\\USER']
  const user = parts.at(-1)!
  const errors = parts.length === 2 ? domainErrors(parts[0]!) : []
  if (user === '') errors.push('must name a user behind the backslash')
  if (user.length > 104) errors.push('the user must have 104 characters at most')
  if (/^[. ]+$/.test(user)) errors.push('the user must be more than dots and spaces')
  if (forbiddenInUser.test(user)) {
    errors.push('the user must have none of "/\\:;|=,+*?<>@[]')
  }
  return errors
}

function domainErrors(domain: string): string[] {
  if (domain.length >= 256) return ['the domain must have 255 characters at most']
  if (netBios.test(domain) || dnsDomain.test(domain)) return []
  return ['the domain must be a NetBIOS or DNS name']
}
