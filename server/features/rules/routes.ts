import { z } from 'zod'
import type { RulesDiff } from '../../../shared/api/rules.ts'
import { diffRules } from '../../../shared/rule-diff.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { get, post } from '../../http/route.ts'
import { may } from '../../policies/roles.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { acceptForm, acceptRules, readAcceptance } from './accept.ts'
import {
  presentDoc,
  presentVersion,
  presentWords,
  type RuleSet,
  readRules,
  readRulesInForce,
  withRules,
} from './present.ts'
import { draftRuleSet, publicRuleSets } from './queries.ts'

const number = z.coerce.number().int().min(0)

/** A version that this person may read: a draft is for those who write it. Throws 404. */
function readVersion(ctx: Context, viewer: Viewer | undefined, version: number): RuleSet {
  const draft = may(viewer, 'publish_rules') ? draftRuleSet(ctx.db) : undefined
  const set = draft?.version === version ? withRules(ctx.db, draft) : readRules(ctx.db, version)
  if (!set) throw notFound('There is no such version of the rules.')
  return set
}

function readDiff(ctx: Context, viewer: Viewer | undefined, from: number, to: number): RulesDiff {
  const [before, after] = [readVersion(ctx, viewer, from), readVersion(ctx, viewer, to)]
  return { from, to, ...diffRules(presentWords(ctx.db, before), presentWords(ctx.db, after)) }
}

/** The rules, their versions, and one's own acceptance of them. */
export const ruleRoutes = [
  get('/api/community/v1/rules', { access: 'public', summary: 'The rules in force.' }, (ctx) =>
    presentDoc(ctx, readRulesInForce(ctx.db)),
  ),
  get(
    '/api/community/v1/rules/versions',
    { access: 'public', summary: 'Every version of the rules that is, was, or is announced to be in force.' },
    (ctx) => publicRuleSets(ctx.db).map((set) => presentVersion(ctx, set)),
  ),
  get(
    '/api/community/v1/rules/acceptance',
    { access: 'account', scope: 'read:accounts', summary: 'How one stands to the rules, and what one accepted.' },
    (ctx, { viewer }) => readAcceptance(ctx, viewer.accountId),
  ),
  post(
    '/api/community/v1/rules/acceptance',
    {
      access: 'account',
      scope: 'write:accounts',
      form: acceptForm,
      summary: 'Accepts the rules in force, or those announced, each changed ground rule by itself.',
    },
    (ctx, { viewer, form }) => {
      acceptRules(ctx, viewer.accountId, form)
      return readAcceptance(ctx, viewer.accountId)
    },
  ),
  get(
    '/api/community/v1/rules/diff/:a/:b',
    {
      access: 'public',
      kept: true,
      form: z.object({ a: number, b: number }),
      summary: 'What changed between two versions, by word.',
    },
    (ctx, { viewer, form }) => readDiff(ctx, viewer, form.a, form.b),
  ),
  get(
    '/api/community/v1/rules/:version',
    { access: 'public', form: z.object({ version: number }), summary: 'A version of the rules.' },
    (ctx, { viewer, form }) => presentDoc(ctx, readVersion(ctx, viewer, form.version)),
  ),
]
