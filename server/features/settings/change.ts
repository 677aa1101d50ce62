import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { type FieldErrors, invalidFields } from '../../core/errors.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { localAccountByName } from '../accounts/queries.ts'
import { changeRules } from './change-rules.ts'
import type { SettingsForm } from './forms.ts'
import { type CommunitySettings, readSettings, saveSettings } from './queries.ts'

type Stored = CommunitySettings['hosting']

/** The hosting statement as it is kept: words that changed, or are confirmed anew, were looked at today. */
function readHosting(ctx: Context, form: NonNullable<SettingsForm['hosting']>, before: Stored): Stored {
  const today = new Date(ctx.now()).toISOString().slice(0, 10)
  const same = form.text === before.text && before.published
  const given = form.reviewed_on === before.reviewedOn ? undefined : form.reviewed_on
  const reviewed = given ?? (same ? before.reviewedOn : today)
  return { text: form.text, published: form.published, reviewedOn: form.published ? reviewed : null }
}

/** The mail settings as they are kept, the server's address sealed. */
function readMail(
  ctx: Context,
  form: NonNullable<SettingsForm['mail']>,
  before: CommunitySettings['mail'],
): CommunitySettings['mail'] {
  if (form.kind === 'none') return form
  const kept = before.kind === 'smtp' ? before : { url: '', from: '' }
  const url = form.url === undefined ? kept.url : ctx.vault.seal(form.url).toString('base64')
  return url === '' ? { kind: 'none' } : { kind: 'smtp', url, from: form.from ?? kept.from }
}

const readNotices = (notices: NonNullable<SettingsForm['notices']>): CommunitySettings['notices'] =>
  notices.map(({ id, title, text, domains, shown }) => ({
    id: id || randomUUID(),
    title,
    text,
    domains: domains?.length ? domains : null,
    shown,
  }))

function check(ctx: Context, form: SettingsForm, before: CommunitySettings): void {
  const details: FieldErrors = {}
  const contact = form.contact_username?.replace(/^@/, '').toLowerCase()
  if (contact && !localAccountByName(ctx.db, { key: contact })?.joinedAt) {
    details.contact_username = [{ error: 'ERR_INVALID', description: 'Nobody here has this name.' }]
  }
  if (form.hosting?.published && form.hosting.text === '') {
    details.hosting = [{ error: 'ERR_BLANK', description: 'Write the hosting statement before it is published.' }]
  }
  if (form.mail?.kind === 'smtp' && !form.mail.url && before.mail.kind === 'none') {
    details.mail = [{ error: 'ERR_BLANK', description: 'Give the address of the mail server.' }]
  }
  const mode = form.registrations ?? before.registrations
  if (mode === 'approval' && (form.question ?? before.question) === '') {
    details.question = [
      { error: 'ERR_BLANK', description: 'Ask applicants a question, or choose another way to join.' },
    ]
  }
  if (Object.keys(details).length > 0) throw invalidFields(details)
}

/**
 * Changes the community's texts and choices, all of them or none. Throws 422 with what does not hold, 409 for rules that
 * a second member has accepted.
 */
export function changeSettings(ctx: Context, viewer: Viewer | undefined, form: SettingsForm): void {
  ctx.transact(() => {
    const before = readSettings(ctx.db)
    check(ctx, form, before)
    saveSettings(ctx, {
      name: form.name,
      statement: form.statement,
      purpose: form.purpose,
      whoRuns: form.who_runs,
      contactEmail: form.contact_email === undefined ? undefined : form.contact_email || null,
      contactUsername:
        form.contact_username === undefined ? undefined : form.contact_username.replace(/^@/, '') || null,
      sourceUrl: form.source_url === undefined ? undefined : form.source_url || null,
      registrations: form.registrations,
      question: form.question,
      minAge: form.min_age === undefined ? undefined : form.min_age || null,
      languages: form.languages,
      warningLabel: form.warning_label,
      hosting: form.hosting && readHosting(ctx, form.hosting, before.hosting),
      notices: form.notices && readNotices(form.notices),
      mail: form.mail && readMail(ctx, form.mail, before.mail),
      mediationFromElsewhere: form.mediation_from_elsewhere,
      mediationAllies: form.mediation_allies,
    })
    changeRules(ctx, viewer?.accountId, form)
    // set-up by whoever begins the community is no act of staff
    if (viewer) {
      const detail = { changed: Object.keys(form).join(' ') }
      ctx.emit('staffActed', { accountId: viewer.accountId, action: 'settings.change', subject: 'settings', detail })
    }
  })
}
