import { z } from 'zod'
import type { Tag } from '../../../shared/api/wire.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { invalidFields, notFound } from '../../core/errors.ts'
import { firstIdAt } from '../../core/ids.ts'
import { cursors, flag, id, pageSize } from '../../http/forms.ts'
import { readPage } from '../../http/pages.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { tagDays } from '../search/queries.ts'
import { nameOf, tagUrl } from '../tags/present.ts'
import { putReview, reviewedTags, setTagDisplay, tagsById } from './queries.ts'
import { presentHistory, type Reviewed, review } from './read.ts'

/** A page of hashtags. */
export const tagsForm = z.object({ ...cursors, limit: pageSize(100, 200) })
/** What is said of a hashtag: how it is spelled, and whether it is shown among what is much used. */
export const tagForm = z.object({
  id,
  display_name: z.string().max(200).optional(),
  trendable: flag.optional(),
  usable: flag.optional(),
  listable: flag.optional(),
})

/** A hashtag as Mastodon's API for staff has it. */
export type AdminTag = Tag & Reviewed & { usable: boolean; listable: boolean }
type Row = ReturnType<typeof tagsById>[number]

const DAYS = 7

function present(ctx: Context, rows: readonly Row[]): AdminTag[] {
  const today = Math.floor(ctx.now() / DAY)
  const ids = JSON.stringify(rows.map(({ cursor }) => cursor))
  const used = tagDays(ctx.db, { ids, since: firstIdAt((today - DAYS + 1) * DAY), localOnly: 0 })
  return rows.map((row) => ({
    name: row.display,
    url: tagUrl(ctx, row.name),
    history: presentHistory(used, row.cursor, today),
    ...review(row),
    usable: true,
    listable: true,
  }))
}

/** Hashtags, the newest first. */
export const readAdminTags = (ctx: Context, form: z.infer<typeof tagsForm>) =>
  readPage(
    form,
    (range) => reviewedTags(ctx.db, {}, range),
    (rows) => present(ctx, rows).map((item) => ({ cursor: Number(item.id), item })),
  )

function find(ctx: Context, tagId: number): Row {
  const [row] = tagsById(ctx.db, { ids: JSON.stringify([tagId]) })
  if (!row) throw notFound('Record not found')
  return row
}

/** One hashtag. Throws 404. */
export function readAdminTag(ctx: Context, tagId: number): AdminTag {
  const [found] = present(ctx, [find(ctx, tagId)])
  if (!found) throw notFound('Record not found')
  return found
}

const refuse = (field: string, description: string) =>
  invalidFields({ [field]: [{ error: 'ERR_INVALID', description }] })

/** Changes what is said of a hashtag; that nobody may use one is not among it. Throws 404, 422. */
export function changeTag(ctx: Context, viewer: Viewer, form: z.infer<typeof tagForm>): AdminTag {
  return ctx.transact(() => {
    const { name, cursor } = find(ctx, form.id)
    const { display_name: display, trendable } = form
    for (const field of ['usable', 'listable'] as const) {
      if (form[field] === false) throw refuse(field, 'Here nobody is kept from a hashtag. Posts are decided about.')
    }
    if (display !== undefined) {
      const spelled = display.replace(/^#/, '')
      if (nameOf(spelled) !== name) throw refuse('display_name', 'Only capitals and accents can be changed.')
      setTagDisplay(ctx.db, { id: cursor, display: spelled })
    }
    if (trendable !== undefined) putReview(ctx.db, { kind: 'tag', name, allowed: trendable ? 1 : 0, now: ctx.now() })
    const action = trendable === undefined ? 'tag.spell' : trendable ? 'trend.show' : 'trend.leave_out'
    ctx.emit('staffActed', { accountId: viewer.accountId, action, subject: 'settings', label: name })
    return readAdminTag(ctx, form.id)
  })
}
