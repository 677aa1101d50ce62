import { z } from 'zod'
import type { EvidenceBundle } from '../../../shared/api/evidence.ts'
import type { Context } from '../../context.ts'
import { dayOf } from '../../core/clock.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import type { Events } from '../../events.ts'
import { id, listOf } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'
import { type Collected, collect, wholeHandle } from './collect.ts'
import { lastDay } from './own.ts'
import { presentBundle } from './present.ts'
import { bundleOf, countBundles, insertBundle, insertPicture } from './queries.ts'
import { chain, seal } from './seal.ts'

/** Which posts to keep, and a note to oneself. */
export const keepForm = z.object({
  status_ids: listOf(id, limits.evidenceItems).refine((ids) => ids.length > 0, { error: 'has to name a post' }),
  note: z.string().trim().max(limits.evidenceNote).default(''),
})

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

type Wanted = { bundleId: number; ownerId: number; targetId?: number; note: string }

function keepBundle(ctx: Context, wanted: Wanted, { copies, missing, files }: Collected): void {
  const { bundleId, ownerId, targetId, note } = wanted
  const owner = accountById(ctx.db, { id: ownerId })
  const about = targetId === undefined ? undefined : accountById(ctx.db, { id: targetId })
  if (!owner) throw notFound()
  const now = ctx.now()
  const head = {
    format: 'left-community-evidence-1',
    owner: wholeHandle(ctx, owner),
    about: about ? wholeHandle(ctx, about) : null,
    note,
    kept_at: presentTime(now),
  } as const
  const content = seal(ctx, { head, missing, ...chain(head, copies) })
  insertBundle(ctx.db, { id: bundleId, me: ownerId, content, now: dayOf(now), keptUntil: lastDay(now) })
  for (const [sha256, file] of files) insertPicture(ctx.db, { bundleId, hash: sha256, content: ctx.vault.seal(file) })
}

/**
 * Keeps posts as they are now, for the member alone. Posts of which there is no copy here are named as missing; throws
 * 422 when that is all of them, or when as much is kept as one may.
 */
export function keepEvidence(ctx: Context, viewer: Viewer, form: z.infer<typeof keepForm>): EvidenceBundle {
  return ctx.transact(() => {
    const me = viewer.accountId
    if ((countBundles(ctx.db, { me, now: ctx.now() })?.count ?? 0) >= limits.evidenceBundles) {
      throw refuse(
        'status_ids',
        'ERR_TOO_MANY',
        `You keep ${limits.evidenceBundles} bundles, which is the most. Delete one first.`,
      )
    }
    const collected = collect(ctx, me, form.status_ids)
    if (collected.copies.length === 0) {
      throw refuse(
        'status_ids',
        'ERR_NO_COPY',
        'There is no copy to keep: what you named is deleted, or not for you to see.',
      )
    }
    const bundleId = ctx.newId()
    keepBundle(ctx, { bundleId, ownerId: me, note: form.note }, collected)
    const row = bundleOf(ctx.db, { id: bundleId, me, now: ctx.now() })
    if (!row) throw notFound()
    return presentBundle(ctx, row)
  })
}

/** Keeps the posts that a member named when they asked for help about a person, as their own, under the id given. */
export const sealEvidence = (ctx: Context, { ownerId, targetId, statusIds, bundleId }: Events['evidenceAsked']) =>
  keepBundle(ctx, { bundleId, ownerId, targetId, note: '' }, collect(ctx, ownerId, statusIds))
