/** A network from which nobody may come, join, or join without a look. */
export type IpBlock = {
  id: string
  ip: string
  severity: 'sign_up_requires_approval' | 'sign_up_block' | 'no_access'
  comment: string
  created_at: string
  expires_at: string | null
}

/** A mail domain with which nobody may join; `allow_with_approval` (somebody looks first) is not in Mastodon's answer. */
export type MailDomainBlock = {
  id: string
  domain: string
  allow_with_approval: boolean
  created_at: string
  history: { day: string; accounts: string; uses: string }[]
}

/** What shutting a mail domain out would catch. */
export type MailDomainLook = {
  domain: string
  /** How many members have their address there, or below it. They stay. */
  members: number
  /** Whether there is a resolver that could be asked. */
  asked: boolean
  /** The hosts that take in its mail, with how many members have theirs there under other domains. */
  hosts: { host: string; members: number; blocked: boolean }[]
  blocked: boolean
}

/** A mail address with which nobody may join, known by its digest. */
export type AddressBlock = { id: string; canonical_email_hash: string }

/** A name that nobody may take, or what a name may not hold. */
export type NameBlock = {
  id: string
  username: string
  comparison: 'equals' | 'contains'
  allow_with_approval: boolean
}
