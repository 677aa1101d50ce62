import type { Context } from '../../context.ts'
import type { Worker } from '../../core/queue/worker.ts'
import type { Jobs } from '../../job-payloads.ts'
import { type AnnouncementRow, announcementById, updateAnnouncement } from './queries.ts'

const isDue = ({ publishedAt, publishAt }: AnnouncementRow, now: number) =>
  publishedAt === null && publishAt !== null && publishAt <= now

/** Lets an announcement come out, or end, at its time; a time that was changed meanwhile does nothing. */
export const announcementClock: Worker<Context, Jobs['announcementClock']> = {
  run(ctx, { announcementId, at }) {
    ctx.transact(() => {
      const row = announcementById(ctx.db, { id: announcementId })
      const now = ctx.now()
      if (!row || (row.publishAt !== at && row.endsAt !== at)) return
      if (isDue(row, now)) updateAnnouncement(ctx.db, { ...row, publishedAt: now, now })
      ctx.emit('announcementMoved', { announcementId })
    })
  },
}
