import type { Notice } from '../../../shared/api/about.ts'
import type { SettingsDoc } from '../../../shared/api/community.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { presentRules, type RuleSet, readRulesInForce } from '../rules/present.ts'
import { countAcceptances } from '../rules/queries.ts'
import { type CommunitySettings, chosenMode, contactName, readSettings } from './queries.ts'

/** A notice as people read it. */
export const presentNotice = ({ id, title, text, domains }: CommunitySettings['notices'][number]): Notice => ({
  id,
  title,
  text,
  text_html: formatText(text),
  domains,
})

function presentMail(ctx: Context, { mail }: CommunitySettings) {
  const byEnvironment = ctx.config.smtpUrl !== undefined
  const url = ctx.config.smtpUrl ?? (mail.kind === 'smtp' ? ctx.vault.open(Buffer.from(mail.url, 'base64')) : undefined)
  return {
    kind: url === undefined ? ('none' as const) : ('smtp' as const),
    url_set: url !== undefined,
    host: url === undefined ? null : new URL(url).host,
    from: mail.kind === 'smtp' ? mail.from : null,
    by_environment: byEnvironment,
  }
}

/**
 * Whether the words of the rules may still be changed as they are: those of the beginning, until a second member has
 * accepted them. Later versions were announced as they are.
 */
export const areRulesEditable = (ctx: Context, { version, baseVersion }: RuleSet) =>
  baseVersion === null && (countAcceptances(ctx.db, { version })?.count ?? 0) < 2

/** Everything on the settings page; the mail server's address, which holds a password, stays here. */
export function presentSettings(ctx: Context): SettingsDoc {
  const settings = readSettings(ctx.db)
  const set = readRulesInForce(ctx.db)
  return {
    name: settings.name,
    statement: settings.statement,
    purpose: settings.purpose,
    who_runs: settings.whoRuns,
    contact_email: settings.contactEmail,
    contact_username: contactName(ctx.db, settings),
    source_url: settings.sourceUrl,
    registrations: chosenMode(ctx, settings),
    join_wave_at: settings.joinWaveAt === null ? null : new Date(settings.joinWaveAt).toISOString(),
    registrations_by_environment: ctx.config.registrations !== undefined,
    question: settings.question,
    min_age: settings.minAge,
    languages: settings.languages,
    warning_label: settings.warningLabel,
    hosting: {
      text: settings.hosting.text,
      published: settings.hosting.published,
      reviewed_on: settings.hosting.reviewedOn,
    },
    notices: settings.notices,
    rules_intro: set.intro,
    ground_rules: presentRules(set.rules, 'ground_rule'),
    guidelines: presentRules(set.rules, 'guideline'),
    rules_editable: areRulesEditable(ctx, set),
    mail: presentMail(ctx, settings),
    mediation_from_elsewhere: settings.mediationFromElsewhere,
    mediation_allies: settings.mediationAllies,
  }
}
