import { findEntities } from '../../../shared/text/entities.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import { isHeld } from '../../policies/panic.ts'
import { countStanding, knownSince, setKnown, strangersAmong } from '../onboarding/queries.ts'

/** What a post of somebody new would carry: its words, whom it names, whether it has pictures, and who talks there. */
export type Carried = {
  text: string
  mentioned: readonly number[]
  hasMedia: boolean
  /** People of the conversation that it answers. */
  talking: readonly number[]
}

const refuse = (what: string) =>
  invalidFields(
    {
      status: [
        {
          error: 'ERR_NEW',
          description: `You are new here, so ${what}. That opens once ${limits.knownPosts} of your posts have stood for a day, or when somebody of the collective vouches for you.`,
        },
      ],
    },
    'new_member',
  )

const notYet = () =>
  invalidFields(
    {
      status: [
        {
          error: 'ERR_NEW',
          description:
            'At the moment somebody of the collective has to say yes before you post. They see that you wait. Your text is safe here.',
        },
      ],
    },
    'new_member',
  )

/**
 * Holds a post of somebody whom nobody here knows yet to what a flood could not use: no links to elsewhere, no pictures,
 * no names of strangers. Three posts that stood for a day, or a word of the collective's, lift that. Throws 422.
 */
export function checkNewMember(ctx: Context, accountId: number, { text, mentioned, hasMedia, talking }: Carried): void {
  if (isKnown(ctx, accountId)) return
  if (isHeld(ctx.db, 'first_posts', ctx.now())) throw notYet()
  if (hasMedia) throw refuse('your posts carry no pictures yet')
  const own = new URL(ctx.config.publicUrl).host
  const leadsAway = findEntities(text).some((entity) => entity.kind === 'link' && new URL(entity.url).host !== own)
  if (leadsAway) throw refuse('your posts carry no links yet')
  const named = mentioned.filter((id) => !talking.includes(id))
  if (named.length > 0 && strangersAmong(ctx.db, { me: accountId, ids: JSON.stringify(named) }).length > 0) {
    throw refuse('you can name only people who follow you, or whom you answer')
  }
}

/** Whether somebody is no newcomer any more: vouched for, or long enough here. */
export function isKnown(ctx: Context, accountId: number): boolean {
  const row = knownSince(ctx.db, { accountId })
  if (!row || row.knownAt !== null) return true
  const until = ctx.now() - limits.knownAfter
  const { count = 0 } = countStanding(ctx.db, { accountId, until, limit: limits.knownPosts }) ?? {}
  if (count < limits.knownPosts) return false
  setKnown(ctx.db, { accountId, now: ctx.now() })
  return true
}
