const subjects = {
  read: [
    'accounts',
    'blocks',
    'bookmarks',
    'collections',
    'favourites',
    'filters',
    'follows',
    'lists',
    'mediation',
    'mutes',
    'notifications',
    'search',
    'statuses',
  ],
  write: [
    'accounts',
    'blocks',
    'bookmarks',
    'collections',
    'conversations',
    'favourites',
    'filters',
    'follows',
    'lists',
    'media',
    'mediation',
    'mutes',
    'notifications',
    'reports',
    'statuses',
  ],
  admin: [
    'accounts',
    'reports',
    'domain_allows',
    'domain_blocks',
    'ip_blocks',
    'email_domain_blocks',
    'canonical_email_blocks',
  ],
} as const

type Subject = (typeof subjects)['read' | 'write'][number]

/** What a program may be allowed, in OAuth's words as Mastodon uses them. */
export type Scope =
  | 'profile'
  | 'read'
  | 'write'
  | 'follow'
  | 'push'
  | 'admin:read'
  | 'admin:write'
  | `read:${Subject}`
  | `write:${Subject}`
  | `admin:read:${string}`
  | `admin:write:${string}`

/** Every scope there is, for the metadata and for refusing unknown ones. */
export const allScopes: readonly string[] = [
  'profile',
  'read',
  'write',
  'follow',
  'push',
  'admin:read',
  'admin:write',
  ...subjects.read.map((subject) => `read:${subject}`),
  ...subjects.write.map((subject) => `write:${subject}`),
  ...subjects.admin.flatMap((subject) => [`admin:read:${subject}`, `admin:write:${subject}`]),
]

/** Reads a list of scopes parted by spaces; undefined when one of them is unknown. */
export function parseScopes(text: string): Scope[] | undefined {
  const words = [...new Set(text.split(/[\s+]+/).filter(Boolean))]
  // every word was found in the list of all scopes
  return words.every((word) => allScopes.includes(word)) ? (words as Scope[]) : undefined
}

const followed = ['blocks', 'follows', 'mutes']

/** Whether what was `granted` is enough for what is `needed`: a whole scope covers its parts. */
export function covers(granted: readonly string[], needed: string): boolean {
  if (granted.includes(needed)) return true
  const parts = needed.split(':')
  if (parts.length > 1 && granted.includes(parts.slice(0, -1).join(':'))) return true
  const [verb = '', subject = ''] = parts
  if (verb === 'profile') return granted.some((scope) => scope === 'read' || scope === 'read:accounts')
  return granted.includes('follow') && ['read', 'write'].includes(verb) && followed.includes(subject)
}
