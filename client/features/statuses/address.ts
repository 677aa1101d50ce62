/** The page of a person: `/@name`, or `/@name@other.example` for people of other servers. */
export const profileHref = (account: { acct: string }): string => `/@${account.acct}`

/** The page of a post, with what was answered to it. */
export const statusHref = (author: { acct: string }, statusId: string): string => `${profileHref(author)}/${statusId}`
