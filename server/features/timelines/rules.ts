import { isOutOfHome } from '../../policies/interaction.ts'
import type { Rule } from '../statuses/present.ts'

/** Public lists leave out the people whom the reader blocks or mutes. */
export const heard: Rule = ({ row }, { blocking, muting }) => !blocking.has(row.accountId) && !muting.has(row.accountId)

/**
 * A home also leaves out what mentions or answers somebody whom the reader blocks or mutes, as Mastodon's does, or with
 * whom they have a truce. All are asked when a home is read, so that what was posted meanwhile is there when one ends.
 */
export const wanted: Rule = ({ row, mentions }, relations) => {
  const shunned = (id: number | null) => id !== null && isOutOfHome(relations, id)
  if (shunned(row.accountId) || shunned(row.inReplyToAccountId)) return false
  return !mentions.some((mention) => shunned(mention.accountId))
}
