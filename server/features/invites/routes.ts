import { z } from 'zod'
import type { InviteBranch } from '../../../shared/api/staff.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../core/errors.ts'
import { page } from '../../http/answer.ts'
import { cursors, id } from '../../http/forms.ts'
import { del, get, post } from '../../http/route.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { accountById } from '../accounts/queries.ts'
import { inviteForm, makeInvite } from './make.ts'
import { presentInvites, readCode } from './present.ts'
import { inviteById, invitedMembers, newestInvites, validInvite, withdrawInvite } from './queries.ts'

const PAGE = 40
const admin = '/api/community/v1/admin/invites'

function look(ctx: Context, typed: string) {
  const invite = validInvite(ctx.db, { code: readCode(typed), now: ctx.now() })
  const inviter = invite && accountById(ctx.db, { id: invite.createdBy })
  return { valid: invite !== undefined, inviter: inviter ? inviter.displayName || inviter.username : null }
}

function list(ctx: Context, before: number | undefined) {
  const rows = newestInvites(ctx.db, { before: before ?? Number.MAX_SAFE_INTEGER, limit: PAGE })
  return page(
    presentInvites(ctx, rows),
    rows.map((row) => row.id),
    PAGE,
  )
}

function withdraw(ctx: Context, { accountId }: Viewer, inviteId: number) {
  ctx.transact(() => {
    if (withdrawInvite(ctx.db, { id: inviteId, now: ctx.now() }) === 0) throw notFound()
    ctx.emit('staffActed', { accountId, action: 'invite.withdraw', subject: 'settings', subjectId: inviteId })
  })
  const row = inviteById(ctx.db, { id: inviteId })
  return presentInvites(ctx, row ? [row] : [])[0]
}

/** Who came by whose invite, newest first, for as long as that is kept. */
function branches(ctx: Context): InviteBranch[] {
  return invitedMembers(ctx.db, { limit: limits.inviteBranches }).map((row) => ({
    username: row.username,
    invited_by: row.invitedBy,
    joined_at: new Date(row.joinedAt ?? 0).toISOString(),
    state: row.suspendedAt === null ? 'active' : 'suspended',
  }))
}

/** Invites: looked at by newcomers, made and withdrawn by those who run the community. */
export const inviteRoutes = [
  get(
    '/api/community/v1/onboarding/invites/:code',
    {
      access: 'public',
      form: z.object({ code: z.string().max(40) }),
      limit: 'check',
      summary: 'Whether an invite lets somebody in, and whom it is from.',
    },
    (ctx, { form }) => look(ctx, form.code),
  ),
  get(
    admin,
    { access: 'member', may: 'invites', form: z.object(cursors), summary: 'The invites, newest first.' },
    (ctx, { form }) => list(ctx, form.max_id),
  ),
  get(
    `${admin}/tree`,
    { access: 'member', may: 'invites', summary: 'Who came by whose invite in the last 90 days.' },
    (ctx) => branches(ctx),
  ),
  post(
    admin,
    { access: 'poster', may: 'invites', form: inviteForm, once: true, summary: 'Makes an invite.' },
    (ctx, { viewer, form }) => presentInvites(ctx, [makeInvite(ctx, viewer.accountId, form)])[0],
  ),
  del(
    `${admin}/:id`,
    { access: 'member', may: 'invites', form: z.object({ id }), summary: 'Withdraws an invite.' },
    (ctx, { viewer, form }) => withdraw(ctx, viewer, form.id),
  ),
]
