import type { About } from '../../../shared/api/about.ts'
import type { Context } from '../../context.ts'
import { isHeld } from '../../policies/panic.ts'
import { presentAccounts } from '../accounts/present.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { expectedWait } from '../onboarding/present.ts'
import { presentAlerts } from '../panic/present.ts'
import { presentRuleSet, presentRules, readRulesInForce } from '../rules/present.ts'
import { presentNotice } from '../settings/present.ts'
import { type CommunitySettings, contactName, readSettings, registrationMode } from '../settings/queries.ts'
import { presentStatuses } from '../statuses/present.ts'
import { countUsers, keptStats, newestPublicStatuses } from './queries.ts'
import { sourceOf } from './source.ts'

/** Posts of the look that visitors get at the community. */
const RECENT = 6

/** The three numbers of the about page, as they are now. */
export function readStats(ctx: Context): About['stats'] {
  const kept = new Map(keptStats(ctx.db).map(({ name, value }) => [name, value]))
  return {
    users: countUsers(ctx.db)?.users ?? 0,
    statuses: kept.get('statuses') ?? 0,
    peers: kept.get('peers') ?? 0,
  }
}

/** The account that people can write to, as others see it, unless the community wants nobody named. */
export function readContact(ctx: Context, settings: CommunitySettings) {
  const name = contactName(ctx.db, settings)
  const found = name && localAccountByName(ctx.db, { key: name.toLowerCase() })
  if (!found || found.joinedAt === null || found.suspendedAt !== null) return null
  return presentAccounts(ctx, [found.id]).get(found.id) ?? null
}

function presentRegistrations(ctx: Context, settings: CommunitySettings): About['registrations'] {
  const mode = registrationMode(ctx, settings)
  const asks = mode === 'approval'
  return {
    mode,
    wave: settings.joinWaveAt !== null && mode === 'invite',
    question: asks ? settings.question : null,
    expected_wait_hours: asks ? expectedWait(ctx) : null,
    min_age: settings.minAge,
  }
}

/** The hosting statement, only when the owner has written or confirmed it. */
const presentHosting = ({ text, published, reviewedOn }: CommunitySettings['hosting']): About['hosting'] =>
  published && text !== '' ? { text, reviewed_on: reviewedOn } : null

/** Everything that the about page says. */
export function presentAbout(ctx: Context) {
  const settings = readSettings(ctx.db)
  const set = readRulesInForce(ctx.db)
  const recent = newestPublicStatuses(ctx.db, { limit: RECENT }).map(({ id }) => id)
  return {
    name: settings.name,
    statement: settings.statement,
    purpose: settings.purpose,
    stats: readStats(ctx),
    rule_set: presentRuleSet(set),
    ground_rules: presentRules(set.rules, 'ground_rule'),
    guidelines: presentRules(set.rules, 'guideline'),
    good_to_know: presentRules(set.rules, 'notice'),
    notices: settings.notices.filter((notice) => notice.shown).map(presentNotice),
    contact: { email: settings.contactEmail, account: readContact(ctx, settings) },
    who_runs: settings.whoRuns,
    source_url: sourceOf(settings),
    hosting: presentHosting(settings.hosting),
    registrations: presentRegistrations(ctx, settings),
    alerts: presentAlerts(ctx),
    recent: isHeld(ctx.db, 'hide_local', ctx.now()) ? [] : presentStatuses(ctx, undefined, recent),
    warning_label: settings.warningLabel,
    mediation_from_elsewhere: settings.mediationFromElsewhere,
  } satisfies About
}
