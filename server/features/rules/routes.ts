import { z } from 'zod'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { get, post } from '../../http/route.ts'
import { acceptForm, acceptRules } from './accept.ts'
import { presentRuleSet, presentRules, type RuleSet, readRules, readRulesInForce } from './present.ts'
import { acceptanceOf } from './queries.ts'

const present = (set: RuleSet) => ({
  ...presentRuleSet(set),
  ground_rules: presentRules(set.rules, 'ground_rule'),
  guidelines: presentRules(set.rules, 'guideline'),
})

function readVersion(ctx: Context, version: number) {
  const set = readRules(ctx.db, version)
  if (!set) throw notFound('There is no such version of the rules.')
  return present(set)
}

function readAcceptance(ctx: Context, accountId: number) {
  const { version } = readRulesInForce(ctx.db)
  const found = acceptanceOf(ctx.db, { accountId, version })
  return {
    version,
    accepted: found !== undefined,
    accepted_at: found ? new Date(found.acceptedAt).toISOString() : null,
    locale: found?.locale ?? null,
  }
}

/** The rules, their versions, and one's own acceptance of them. */
export const ruleRoutes = [
  get('/api/community/v1/rules', { access: 'public', summary: 'The rules in force.' }, (ctx) =>
    present(readRulesInForce(ctx.db)),
  ),
  get(
    '/api/community/v1/rules/acceptance',
    { access: 'account', scope: 'read:accounts', summary: 'Whether one accepted the rules in force.' },
    (ctx, { viewer }) => readAcceptance(ctx, viewer.accountId),
  ),
  post(
    '/api/community/v1/rules/acceptance',
    {
      access: 'account',
      scope: 'write:accounts',
      form: acceptForm,
      summary: 'Accepts the rules in force, each ground rule by itself.',
    },
    (ctx, { viewer, form }) => {
      acceptRules(ctx, viewer.accountId, form)
      return readAcceptance(ctx, viewer.accountId)
    },
  ),
  get(
    '/api/community/v1/rules/:version',
    {
      access: 'public',
      form: z.object({ version: z.coerce.number().int().min(0) }),
      summary: 'A version of the rules.',
    },
    (ctx, { form }) => readVersion(ctx, form.version),
  ),
]
