import { z } from 'zod'
import type { MediationDesk, MediationTriage } from '../../../../shared/api/mediation-team.ts'
import type { Context } from '../../../context.ts'
import { DAY, dayOf } from '../../../core/clock.ts'
import { conflict, notFound } from '../../../core/errors.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { holds } from '../../../policies/roles.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { presentTime } from '../../accounts/present.ts'
import { type AlertContent, openAlert, raiseAlert } from '../alerts.ts'
import { nameOf } from '../cases.ts'
import { noteCooling } from '../matching/queries.ts'
import { tellMember } from '../notices.ts'
import { presentPeople } from '../people.ts'
import { settleAlert } from '../room/queries.ts'
import { tellTeam } from '../team.ts'
import { type AlertRow, alertsOf } from './queries.ts'

/** A mediator's wish to talk a hard case over, and whether they want a quiet week. */
export const debriefForm = z.object({
  text: z.string().trim().max(limits.mediationLine).default(''),
  rest: flag.default(false),
})

type Debrief = { row: AlertRow; content: AlertContent }

const allOf = (ctx: Context): Debrief[] =>
  alertsOf(ctx.db, { kinds: '["debrief"]', most: limits.pageMediations }).map((row) => ({
    row,
    content: openAlert(ctx, row),
  }))

const ownOf = (ctx: Context, accountId: number) => allOf(ctx).find(({ content }) => content.accountId === accountId)

/** Asks coordinators for a talk after a hard case. Throws 409 while an earlier wish waits. */
export function askDebrief(ctx: Context, viewer: Viewer, { text, rest }: z.infer<typeof debriefForm>): void {
  const { accountId } = viewer
  const open = ownOf(ctx, accountId)
  if (open && open.content.by === undefined) throw conflict('A coordinator is asked already.')
  ctx.transact(() => {
    const who = nameOf(ctx, accountId)
    raiseAlert(ctx, { kind: 'debrief', who, content: { accountId, text }, lasts: limits.mediationAlertKept })
    if (rest) noteCooling(ctx.db, { accountId, until: dayOf(ctx.now()) + DAY + limits.mediatorCooling })
    tellTeam(ctx, 'coordinator', (id) => id === accountId)
  })
}

/** What became of the viewer's last wish: who talks it over with them, once somebody does. */
export function readOwnDebrief(ctx: Context, { accountId }: Viewer): MediationDesk['debrief'] {
  const found = ownOf(ctx, accountId)
  if (!found) return null
  const { by } = found.content
  return {
    at: presentTime(found.row.createdAt),
    with: by === undefined ? null : (presentPeople(ctx, [by]).get(by) ?? null),
  }
}

/** The mediators who would like to talk: those whom nobody answered, and those whom the viewer did. */
export function readDebriefs(ctx: Context, { accountId }: Viewer): MediationTriage['debriefs'] {
  const found = allOf(ctx).filter(
    ({ content }) => content.accountId !== accountId && (content.by === undefined || content.by === accountId),
  )
  const people = presentPeople(
    ctx,
    found.map(({ content }) => content.accountId ?? 0),
  )
  return found.map(({ row, content }) => ({
    id: String(row.id),
    at: presentTime(row.createdAt),
    from: people.get(content.accountId ?? 0) ?? null,
    text: content.text ?? '',
    yours: content.by === accountId,
  }))
}

/** A coordinator says that they talk it over. Throws 404 for what is not there for them. */
export function takeDebrief(ctx: Context, viewer: Viewer, id: number): void {
  if (!holds(viewer, 'coordinate_mediation')) throw notFound()
  const found = allOf(ctx).find(({ row }) => row.id === id)
  const { accountId: from, by } = found?.content ?? {}
  if (!found || from === undefined || from === viewer.accountId || by !== undefined) throw notFound()
  ctx.transact(() => {
    const sealed = ctx.vault.seal(JSON.stringify({ ...found.content, by: viewer.accountId }))
    settleAlert(ctx.db, { id, sealed, dueAt: null, until: ctx.now() + limits.mediationAlertKept })
    tellMember(ctx, from)
  })
}
