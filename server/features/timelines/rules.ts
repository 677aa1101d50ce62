import { decide } from '../../../shared/warnings/decide.ts'
import type { Context } from '../../context.ts'
import { isOutOfHome } from '../../policies/interaction.ts'
import type { Rule } from '../statuses/present.ts'
import { warningOf } from '../statuses/warned/present.ts'
import { readChoices, readTopics } from '../warnings/present.ts'
import { hidesAny } from '../warnings/queries.ts'

/** Public lists leave out the people whom the reader blocks or mutes, and those who are limited, but for their followers. */
export const heard: Rule = ({ row, author }, { blocking, muting, following }) =>
  !blocking.has(row.accountId) &&
  !muting.has(row.accountId) &&
  (author.limitedAt === null || following.has(row.accountId))

/**
 * A home also leaves out what mentions or answers somebody whom the reader blocks or mutes, as Mastodon's does, or with
 * whom they have a truce. All are asked when a home is read, so that what was posted meanwhile is there when one ends.
 */
export const wanted: Rule = ({ row, mentions }, relations) => {
  const shunned = (id: number | null) => id !== null && isOutOfHome(relations, id)
  if (shunned(row.accountId) || shunned(row.inReplyToAccountId)) return false
  return !mentions.some((mention) => shunned(mention.accountId))
}

/** What nobody chose to open also leaves out topics that the community holds discreet, and sensitive ones. */
export function undiscreet(ctx: Context, rule: Rule): Rule {
  const topics = readTopics(ctx, { retired: true }).filter(({ discreet, kind }) => discreet || kind === 'sensitive')
  const quiet = new Set(topics.map(({ slug }) => slug))
  return (part, relations) => rule(part, relations) && !warningOf(part.row).topics.some((topic) => quiet.has(topic))
}

/** A list also leaves out posts whose warning the reader chose to hide; they stay in their thread and on profiles. */
export function unhidden(ctx: Context, me: number | undefined, rule: Rule): Rule {
  if (me === undefined || !hidesAny(ctx.db, { me })) return rule
  const choices = readChoices(ctx, me)
  return (part, relations) => {
    const { accountId } = part.row
    if (!rule(part, relations)) return false
    const { text, topics } = warningOf(part.row)
    if (text === '') return true
    const warned = { topics, authorId: String(accountId), own: accountId === me }
    return decide(warned, choices).text !== 'hide'
  }
}
