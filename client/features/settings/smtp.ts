/** The parts of a mail server's address, as people are given them. */
export interface SmtpParts {
  host: string
  port: string
  user: string
  password: string
  from: string
}

/** The port on which the connection is encrypted from its first byte. */
const TLS_PORT = '465'

/** The server's form of it: `smtps://user:password@host:465`, every part escaped. */
export function smtpUrl(parts: SmtpParts): string {
  const scheme = parts.port.trim() === TLS_PORT ? 'smtps' : 'smtp'
  const secret = parts.password ? `:${encodeURIComponent(parts.password)}` : ''
  const login = parts.user.trim() ? `${encodeURIComponent(parts.user.trim())}${secret}@` : ''
  return `${scheme}://${login}${parts.host.trim()}:${parts.port.trim()}`
}

/** Whether a text is a port. */
export function isPort(text: string): boolean {
  const port = Number(text)
  return /^\d{1,5}$/.test(text.trim()) && port > 0 && port < 65_536
}
