import { z } from 'zod'
import type { Acceptance, AcceptanceDoc } from '../../../shared/api/rules.ts'
import { changedGroundRules } from '../../../shared/rule-diff.ts'
import type { Context } from '../../context.ts'
import { conflict, invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import {
  groundRuleIds,
  localesOf,
  presentWords,
  type RuleSet,
  readRules,
  readRulesInForce,
  readStanding,
  rulesDigest,
  withRules,
} from './present.ts'
import {
  acceptanceOf,
  acceptancesOf,
  announcedRuleSet,
  lastAccepted,
  putAcceptance,
  setTextsOf,
  translationsOf,
} from './queries.ts'

/** The version and language that were read, and the ids of the ground rules that were each agreed to. */
export const acceptForm = z.object({
  version: z.coerce.number().int(),
  locale: z.string().max(20).default('en'),
  acknowledged: z.array(z.string().max(20)).max(200).default([]),
})

/** The ground rules that somebody has not agreed to in these words yet. */
function toAcknowledge(ctx: Context, accountId: number, set: RuleSet): string[] {
  const last = lastAccepted(ctx.db, { accountId })
  const known = last && readRules(ctx.db, last.version)
  return known ? changedGroundRules(presentWords(ctx.db, known), presentWords(ctx.db, set)) : groundRuleIds(set)
}

function readAcceptable(ctx: Context, { version, locale }: z.infer<typeof acceptForm>): RuleSet {
  const inForce = readRulesInForce(ctx.db)
  const announced = announcedRuleSet(ctx.db)
  const set = announced?.version === version ? withRules(ctx.db, announced) : inForce
  if (set.version === version && localesOf(ctx.db, set).includes(locale)) return set
  throw conflict('The rules were changed meanwhile. Please read them again.', { code: 'rules_changed' })
}

/** When each ground rule was agreed to: now where it changed, else when it was before. */
function acksOf(ctx: Context, accountId: number, set: RuleSet, anew: readonly string[]): Record<string, number> {
  const before: Record<string, number> = JSON.parse(lastAccepted(ctx.db, { accountId })?.acks ?? '{}')
  const now = ctx.now()
  return Object.fromEntries(
    groundRuleIds(set).map((id) => [id, anew.includes(id) ? now : (before[id] ?? now)] as const),
  )
}

/**
 * Records that a member accepts the rules in force, or those that are announced, word for word, each changed ground rule
 * by itself. Throws 409 for another version, 422.
 */
export function acceptRules(ctx: Context, accountId: number, form: z.infer<typeof acceptForm>): void {
  ctx.transact(() => {
    const set = readAcceptable(ctx, form)
    if (acceptanceOf(ctx.db, { accountId, version: set.version })) return
    const ids = toAcknowledge(ctx, accountId, set)
    if (!ids.every((id) => form.acknowledged.includes(id))) {
      throw invalidFields({
        acknowledged: [{ error: 'ERR_ACCEPTED', description: 'Agree to each of the ground rules to go on.' }],
      })
    }
    const { version } = set
    const inLanguage = ({ locale }: { locale: string }) => locale === form.locale
    const shown = translationsOf(ctx.db, { version, locale: set.locale }).filter(inLanguage)
    const acks = JSON.stringify(acksOf(ctx, accountId, set, ids))
    const digest = rulesDigest(set, { rules: shown, around: setTextsOf(ctx.db, { version }).find(inLanguage) })
    putAcceptance(ctx.db, { version, locale: form.locale, digest, acks, now: ctx.now(), accountId, via: 'gate' })
  })
}

const presentAcceptance = ({
  version,
  locale,
  acceptedAt,
  via,
}: ReturnType<typeof acceptancesOf>[number]): Acceptance => ({
  version,
  locale,
  accepted_at: new Date(acceptedAt).toISOString(),
  via,
})

/** How a member stands to the rules, what they would agree to now, and all that they agreed to. */
export function readAcceptance(ctx: Context, accountId: number): AcceptanceDoc {
  const set = readRulesInForce(ctx.db)
  const announced = announcedRuleSet(ctx.db)
  const history = acceptancesOf(ctx.db, { accountId, limit: limits.acceptancesShown }).map(presentAcceptance)
  const current = history.find(({ version }) => version === set.version)
  const { standing, until } = readStanding(ctx, accountId)
  return {
    version: set.version,
    accepted: current !== undefined,
    accepted_at: current?.accepted_at ?? null,
    locale: current?.locale ?? null,
    standing,
    until: until === null ? null : new Date(until).toISOString(),
    to_acknowledge: current ? [] : toAcknowledge(ctx, accountId, set),
    last_accepted: lastAccepted(ctx.db, { accountId })?.version ?? null,
    announced: announced
      ? {
          version: announced.version,
          accepted: history.some(({ version }) => version === announced.version),
          to_acknowledge: toAcknowledge(ctx, accountId, withRules(ctx.db, announced)),
        }
      : null,
    history,
  }
}
