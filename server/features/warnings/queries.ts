import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const topicRow = z.object({
  slug: z.string(),
  label: z.string(),
  kind: z.enum(['sensitive', 'courtesy', 'spoiler']),
  guidance: z.string(),
  /** A JSON list of words. */
  aliases: z.string(),
  requiredFor: z.string(),
  discreet: z.int(),
  retiredAt: z.int().nullable(),
})
/** A topic as stored. */
export type TopicRow = z.infer<typeof topicRow>

const columns =
  `slug, label, kind, guidance, aliases, required_for AS requiredFor, discreet, retired_at AS retiredAt` as const

/** Every topic, in the community's order; retired ones last. */
export const allTopics = many(
  topicRow,
  `SELECT ${columns} FROM warning_topics ORDER BY retired_at IS NOT NULL, position, slug`,
)

/** The topics that are offered, in the community's order. */
export const offeredTopics = many(
  topicRow,
  `SELECT ${columns} FROM warning_topics WHERE retired_at IS NULL ORDER BY position, slug`,
)

/** Adds a topic. */
export const insertTopic = write(
  `INSERT INTO warning_topics (slug, label, kind, guidance, aliases, required_for, discreet, position)
   VALUES (@slug, @label, @kind, @guidance, @aliases, @requiredFor, @discreet, @position)`,
)

/** Writes a topic anew; its slug, its place and how often it was used stay. */
export const updateTopic = write(
  `UPDATE warning_topics SET label = @label, kind = @kind, guidance = @guidance, aliases = @aliases,
     required_for = @requiredFor, discreet = @discreet, retired_at = @retiredAt WHERE slug = @slug`,
)

/** Gives a topic its place in the order. */
export const placeTopic = write(`UPDATE warning_topics SET position = @position WHERE slug = @slug`)

/** How somebody meets warnings that have no choice of their own. */
export const defaultOf = one(
  z.object({ text: z.enum(['open', 'fold', 'hide']), media: z.enum(['open', 'blur', 'hide']), suggest: z.int() }),
  `SELECT text, media, suggest FROM warning_defaults WHERE account_id = @me`,
)

/** How somebody meets topics. */
export const topicChoicesOf = many(
  z.object({ topic: z.string(), text: z.enum(['open', 'fold', 'hide']), media: z.enum(['open', 'blur', 'hide']) }),
  `SELECT topic, text, media FROM warning_choices WHERE account_id = @me`,
)

/** How somebody meets the warnings of people. */
export const peopleChoicesOf = many(
  z.object({ targetId: z.int(), text: z.enum(['open', 'fold']) }),
  `SELECT target_id AS targetId, text FROM warning_people WHERE account_id = @me ORDER BY target_id`,
)

/** Whether somebody hides any post for its warning (no row where not). */
export const hidesAny = one(
  z.object({ yes: z.int() }),
  `SELECT 1 AS yes WHERE EXISTS (SELECT 1 FROM warning_defaults WHERE account_id = @me AND text = 'hide')
     OR EXISTS (SELECT 1 FROM warning_choices WHERE account_id = @me AND text = 'hide')`,
)

/** Keeps what holds where nothing else was chosen. */
export const putDefault = write(
  `INSERT INTO warning_defaults (account_id, text, media, suggest) VALUES (@me, @text, @media, @suggest)
   ON CONFLICT (account_id) DO UPDATE SET text = excluded.text, media = excluded.media, suggest = excluded.suggest`,
)

/** Keeps a choice for a topic. */
export const putTopicChoice = write(
  `INSERT INTO warning_choices (account_id, topic, text, media) VALUES (@me, @topic, @text, @media)
   ON CONFLICT (account_id, topic) DO UPDATE SET text = excluded.text, media = excluded.media`,
)

/** Takes a choice for a topic away. */
export const dropTopicChoice = write(`DELETE FROM warning_choices WHERE account_id = @me AND topic = @topic`)

/** Keeps a choice for a person. */
export const putPersonChoice = write(
  `INSERT INTO warning_people (account_id, target_id, text) VALUES (@me, @targetId, @text)
   ON CONFLICT (account_id, target_id) DO UPDATE SET text = excluded.text`,
)

/** Takes a choice for a person away. */
export const dropPersonChoice = write(`DELETE FROM warning_people WHERE account_id = @me AND target_id = @targetId`)

/** Keeps free words of a post's warning. */
export const putWords = write(
  `INSERT INTO warning_words (key, status_id, account_id, words) VALUES (@key, @statusId, @accountId, @words)
   ON CONFLICT DO NOTHING`,
)

/**
 * Free words whose key is from `from` to below `until`, in posts since the id `since`, of so many different authors at
 * least; nothing that is on the stop-list, nothing of suspended people.
 */
export const commonWords = many(
  z.object({ words: z.string(), authors: z.int() }),
  `SELECT min(words) AS words, count(DISTINCT account_id) AS authors FROM warning_words
   WHERE key >= @from AND key < @until AND status_id >= @since
     AND NOT EXISTS (SELECT 1 FROM warning_stop_words WHERE warning_stop_words.key = warning_words.key)
     AND EXISTS (SELECT 1 FROM accounts WHERE accounts.id = warning_words.account_id AND suspended_at IS NULL)
   GROUP BY key HAVING count(DISTINCT account_id) >= @least ORDER BY 2 DESC, key LIMIT @most`,
)

/** Forgets the words of one post's warning. */
export const forgetWordsOf = write(`DELETE FROM warning_words WHERE status_id = @statusId`)

/** Forgets free words of posts before an id: they are too old to be offered. */
export const forgetWords = write(`DELETE FROM warning_words WHERE status_id < @before`)

/** The stop-list. */
export const stopWords = many(z.object({ words: z.string() }), `SELECT words FROM warning_stop_words ORDER BY key`)

/** Empties the stop-list. */
export const clearStopWords = write(`DELETE FROM warning_stop_words`)

/** Puts words on the stop-list. */
export const addStopWords = write(
  `INSERT INTO warning_stop_words (key, words) VALUES (@key, @words) ON CONFLICT DO NOTHING`,
)

/** How often each topic was used in posts for everybody, the most used first. */
export const mostUsedTopics = many(
  z.object({ slug: z.string(), label: z.string(), count: z.int() }),
  `SELECT slug, label, uses AS count FROM warning_topics WHERE uses > 0 ORDER BY uses DESC, position LIMIT @most`,
)

/** The numbers of posts for everybody, and of those with a warning. */
export const warningCounts = many(
  z.object({ name: z.string(), value: z.int() }),
  `SELECT name, value FROM stats WHERE name IN ('open_statuses', 'warned_statuses')`,
)
