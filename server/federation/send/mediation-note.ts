import { mediationNoteTexts } from '../../../shared/locales/en/mediation-note.ts'
import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import { acctOf } from '../../features/accounts/present.ts'
import { accountById } from '../../features/accounts/queries.ts'
import { type Note, readNote, waitsForAnswer } from '../../features/mediation/guests/way-in.ts'
import { readSettings } from '../../features/settings/queries.ts'
import type { Jobs } from '../../job-payloads.ts'
import { decisionFor } from '../../policies/domains.ts'
import { lookAgainAt } from '../../policies/panic.ts'
import { actorUri, MEDIATION } from '../addresses.ts'
import { handOf } from '../crypto/sign.ts'
import type { Scheme } from '../crypto/signature.ts'
import { inContext, type Json, timeOf } from '../documents/words.ts'
import { escaped } from '../vocab/words.ts'
import { ownInbox } from './queries.ts'

/** How much of an answer is read: nothing in it matters. */
const ANSWER = 8 * 1024
const schemes: readonly Scheme[] = ['cavage', 'rfc9421']

const isRefused = (status: number) => status === 400 || status === 401 || status === 403

function wordsOf(ctx: Context, secret: string): string {
  const link = `${ctx.config.publicUrl}/guest#${secret}`
  const said = (line: string) => `<p>${escaped(line)}</p>`
  return [
    ...mediationNoteTexts.before(readSettings(ctx.db).name).map(said),
    `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`,
    ...mediationNoteTexts.after.map(said),
  ].join('')
}

/** The message; named by what nobody can guess, and the same each time it has to be sent again. */
function noteTo(ctx: Context, { uri, acct }: { uri: string; acct: string }, { caseId, secret }: Note): Json {
  const actor = actorUri(ctx, MEDIATION)
  const mark = ctx.vault.fingerprint('mediation note', String(caseId)).toString('base64url').slice(0, 22)
  const [id, published, content] = [`${actor}/notes/${mark}`, timeOf(ctx.now()), wordsOf(ctx, secret)]
  const audience = { to: [uri], cc: [] }
  const tag = [{ type: 'Mention', href: uri, name: `@${acct}` }]
  const note = { id, type: 'Note', attributedTo: actor, published, content, contentMap: { en: content }, tag }
  const object = { ...note, ...audience, sensitive: false }
  return inContext({ id: `${id}/activity`, type: 'Create', actor, published, ...audience, object })
}

/** Sends it, in one kind of signature and then in the other; gives what was answered. */
async function post(ctx: Context, url: string, body: string): Promise<number> {
  let first: number | undefined
  for (const scheme of schemes) {
    const { host: _host, ...signed } = (await handOf(ctx, MEDIATION, scheme))({ method: 'POST', url, body })
    const headers = { 'content-type': 'application/activity+json', ...signed }
    const { status } = await ctx.outbound.ask(url, { method: 'POST', headers, body, most: ANSWER, cut: true })
    if (!isRefused(status)) return status
    first ??= status
  }
  return first ?? 0
}

/**
 * Writes to somebody of another server that they are invited, once; while it could not be delivered it is tried again
 * for two days. It goes past the table of deliveries, in which it would stand whom we wrote to.
 */
export const mediationNote: Worker<Context, Jobs['mediationNote']> = {
  async run(ctx, { sealed }) {
    const note = readNote(ctx, sealed)
    const row = accountById(ctx.db, { id: note.accountId })
    const to = ownInbox(ctx.db, { accountId: note.accountId })
    if (!row?.uri || !to || !waitsForAnswer(ctx, note.caseId) || decisionFor(ctx.db, to.host).cutOff) return
    const at = lookAgainAt(ctx.db, 'pause_outbound', ctx.now())
    if (at !== undefined) return ctx.queue.add('mediationNote', { sealed }, { at })
    const body = JSON.stringify(noteTo(ctx, { uri: row.uri, acct: acctOf(row) }, note))
    const status = await post(ctx, to.inbox, body).catch(() => 0)
    // never whom, and no word of the network's own, which holds addresses
    if (status === 0 || status >= 500 || [401, 408, 425, 429].includes(status)) throw new Error('not delivered yet')
  },
}
