import { z } from 'zod'
import type { Paper, PublicPaper } from '../../../shared/api/staff.ts'
import type { StaffAct } from '../../../shared/api/staff-acts.ts'
import { formatText } from '../../../shared/text/format.ts'
import type { Context } from '../../context.ts'
import { DAY } from '../../core/clock.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { flag, whole } from '../../http/forms.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { presentTime } from '../accounts/present.ts'
import { suggested } from './outlines.ts'
import { allPapers, deletePaper, type PaperRow, paperBySlug, publishPaper, putPaper, reviewPaper } from './queries.ts'

const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'has small letters, digits and hyphens only' })

/** The words of a paper, and whether everybody may read it once it is published. */
export const paperForm = z.object({
  slug,
  title: z.string().trim().min(1).max(limits.paperTitle),
  draft: z.string().trim().max(limits.paperText).default(''),
  public: flag.default(false),
})
/** A paper by its name. */
export const namedForm = z.object({ slug: z.string().max(60) })
/** In how many months somebody looks at it again. */
export const reviewForm = z.object({ slug: z.string().max(60), months: whole.min(1).max(36).default(12) })

const timeOf = (ms: number | null) => (ms === null ? null : presentTime(ms))

const presentPaper = (now: number, row: PaperRow): Paper => ({
  slug: row.slug,
  title: row.title,
  draft: row.draft,
  published: row.published,
  published_at: timeOf(row.publishedAt),
  reviewed_at: timeOf(row.reviewedAt),
  review_due: timeOf(row.reviewDue),
  overdue: row.reviewDue !== null && row.reviewDue <= now,
  public: row.public === 1,
})

function found(ctx: Context, name: string): PaperRow {
  const row = paperBySlug(ctx.db, { slug: name })
  if (!row) throw notFound('There is no such paper.')
  return row
}

/** All papers, and those that a community should have and nobody began, as outlines. */
export function readPapers(ctx: Context): Paper[] {
  const rows = allPapers(ctx.db)
  const missing = suggested.filter((outline) => rows.every((row) => row.slug !== outline.slug))
  const blank = { published: null, publishedAt: null, reviewedAt: null, reviewDue: null, updatedAt: 0 }
  return [...rows, ...missing.map((outline) => ({ ...outline, ...blank, public: outline.public ? 1 : 0 }))].map((row) =>
    presentPaper(ctx.now(), row),
  )
}

function told(ctx: Context, { accountId }: Viewer, action: StaffAct, name: string): Paper {
  ctx.emit('staffActed', { accountId, action, subject: 'document', label: name })
  return presentPaper(ctx.now(), found(ctx, name))
}

/** Keeps the words of a paper; what is published stays as it is. Throws 422. */
export function savePaper(ctx: Context, viewer: Viewer, form: z.infer<typeof paperForm>): Paper {
  return ctx.transact(() => {
    const { accountId } = viewer
    putPaper(ctx.db, { ...form, public: form.public ? 1 : 0, now: ctx.now(), accountId })
    return told(ctx, viewer, 'paper.save', form.slug)
  })
}

const dueIn = (ctx: Context, months: number) => ctx.now() + months * 30 * DAY

/** Makes the draft what is read, looked at today. Throws 404, and 409 for an empty one. */
export function publish(ctx: Context, viewer: Viewer, { slug: name, months }: z.infer<typeof reviewForm>): Paper {
  return ctx.transact(() => {
    if (found(ctx, name).draft === '') throw conflict('Write the paper before you publish it.')
    publishPaper(ctx.db, { slug: name, now: ctx.now(), due: dueIn(ctx, months), accountId: viewer.accountId })
    return told(ctx, viewer, 'paper.publish', name)
  })
}

/** Says that somebody looked at it and it still holds. Throws 404. */
export function review(ctx: Context, viewer: Viewer, { slug: name, months }: z.infer<typeof reviewForm>): Paper {
  return ctx.transact(() => {
    found(ctx, name)
    reviewPaper(ctx.db, { slug: name, now: ctx.now(), due: dueIn(ctx, months), accountId: viewer.accountId })
    return told(ctx, viewer, 'paper.review', name)
  })
}

/** Takes a paper away. Throws 404. */
export function removePaper(ctx: Context, viewer: Viewer, name: string): object {
  return ctx.transact(() => {
    told(ctx, viewer, 'paper.delete', name)
    deletePaper(ctx.db, { slug: name })
    return {}
  })
}

const presentPublic = ({
  slug: name,
  title,
  published,
  publishedAt,
  reviewedAt,
  reviewDue,
}: PaperRow): PublicPaper => ({
  slug: name,
  title,
  html: formatText(published ?? ''),
  published_at: presentTime(publishedAt ?? 0),
  reviewed_at: timeOf(reviewedAt),
  review_due: timeOf(reviewDue),
})

const isPublic = (row: PaperRow) => row.public === 1 && row.published !== null

/** The papers that everybody can read. */
export const readPublicPapers = (ctx: Context): PublicPaper[] => allPapers(ctx.db).filter(isPublic).map(presentPublic)

/** One of them. Throws 404. */
export function readPublicPaper(ctx: Context, name: string): PublicPaper {
  const row = paperBySlug(ctx.db, { slug: name })
  if (!row || !isPublic(row)) throw notFound('There is no such paper.')
  return presentPublic(row)
}
