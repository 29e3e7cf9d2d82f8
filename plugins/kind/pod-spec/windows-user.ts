/** Names of users on Windows: `USER` or `DOMAIN\\USER` (upstream's validateWindowsSecurityContextOptions). */
const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/
const dnsLabel = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?'
const dnsDomain = new RegExp(`^${dnsLabel}(?:\\.${dnsLabel})*$`)
const forbiddenInUser = /["/\\:;|=,+*?<>@[\]]/

export function userNameErrors(name: string): string[] {
  if (name === '') return ['runAsUserName cannot be an empty string']
  if (/\p{Cc}/u.test(name)) return ['runAsUserName cannot contain control characters']
  const parts = name.split('\\')
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash']
  const user = parts.at(-1)!
  const errors = parts.length === 2 ? domainErrors(parts[0]!) : []
  if (user === '') errors.push("runAsUserName's User cannot be empty")
  if (user.length > 104) errors.push("runAsUserName's User length must not be longer than 104 characters")
  if (/^[. ]+$/.test(user)) errors.push("runAsUserName's User cannot contain only periods or spaces")
  if (forbiddenInUser.test(user)) {
    errors.push('runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]')
  }
  return errors
}

function domainErrors(domain: string): string[] {
  if (domain.length >= 256) return ["runAsUserName's Domain length must be under 256 characters"]
  if (netBios.test(domain) || dnsDomain.test(domain)) return []
  return ["runAsUserName's Domain doesn't match the NetBios nor the DNS format"]
}
