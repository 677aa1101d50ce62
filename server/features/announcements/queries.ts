import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const columns = `id, text, starts_at AS startsAt, ends_at AS endsAt, all_day AS allDay, publish_at AS publishAt,
  published_at AS publishedAt, created_at AS createdAt, updated_at AS updatedAt` as const

const announcementRow = z.object({
  id: z.int(),
  text: z.string(),
  startsAt: z.int().nullable(),
  endsAt: z.int().nullable(),
  allDay: z.int(),
  publishAt: z.int().nullable(),
  publishedAt: z.int().nullable(),
  createdAt: z.int(),
  updatedAt: z.int(),
})
/** An announcement as stored, times in ms. */
export type AnnouncementRow = z.infer<typeof announcementRow>

/** What is said to members now, in the order in which it came out. */
export const announcementsNow = many(
  announcementRow,
  `SELECT ${columns} FROM announcements WHERE published_at > 0 AND coalesce(ends_at, @now + 1) > @now
   ORDER BY published_at LIMIT @limit`,
)

/** All of them, newest first: those to come and those that are over, too. */
export const announcementsOfAll = many(
  announcementRow,
  `SELECT ${columns} FROM announcements WHERE id < @before ORDER BY id DESC LIMIT @limit`,
)

/** One announcement. */
export const announcementById = one(announcementRow, `SELECT ${columns} FROM announcements WHERE id = @id`)

/** Keeps a new one. */
export const insertAnnouncement = write(
  `INSERT INTO announcements (id, text, starts_at, ends_at, all_day, publish_at, published_at, created_at, updated_at,
     created_by)
   VALUES (@id, @text, @startsAt, @endsAt, @allDay, @publishAt, @publishedAt, @now, @now, @accountId)`,
)

/** Changes one. */
export const updateAnnouncement = write(
  `UPDATE announcements SET text = @text, starts_at = @startsAt, ends_at = @endsAt, all_day = @allDay,
     publish_at = @publishAt, published_at = @publishedAt, updated_at = @now WHERE id = @id`,
)

/** Takes one away, with who read it and how people reacted. */
export const deleteAnnouncement = write(`DELETE FROM announcements WHERE id = @id`)

/** Which of several somebody put away; `ids` is a JSON list. */
export const readBy = many(
  z.object({ id: z.int() }),
  `SELECT announcement_id AS id FROM announcement_reads
   WHERE account_id = @me AND announcement_id IN (SELECT value FROM json_each(@ids))`,
)

/** Somebody put an announcement away. */
export const markRead = write(
  `INSERT INTO announcement_reads (account_id, announcement_id) VALUES (@me, @id) ON CONFLICT DO NOTHING`,
)

/** How people reacted to some announcements, and whether `me` did; the first kinds first. */
export const reactionsTo = many(
  z.object({ id: z.int(), name: z.string(), count: z.int(), mine: z.int() }),
  `SELECT announcement_id AS id, name, count(*) AS count, max(account_id = @me) AS mine FROM announcement_reactions
   WHERE announcement_id IN (SELECT value FROM json_each(@ids)) GROUP BY announcement_id, name ORDER BY min(created_at)`,
)

/** Somebody reacts to an announcement. */
export const insertReaction = write(
  `INSERT INTO announcement_reactions (announcement_id, name, account_id, created_at) VALUES (@id, @name, @me, @now)
   ON CONFLICT DO NOTHING`,
)

/** Somebody takes that back. */
export const deleteReaction = write(
  `DELETE FROM announcement_reactions WHERE announcement_id = @id AND name = @name AND account_id = @me`,
)
