import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** What of a post decides whether it has a card. */
export const postForCard = one(
  z.object({
    text: z.string(),
    visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
    localOnly: z.int(),
    mediaCount: z.int(),
    isAsking: z.int(),
    isQuoting: z.int(),
    isTakenOff: z.int(),
  }),
  `SELECT text, visibility, local_only AS localOnly, media_count AS mediaCount,
     EXISTS (SELECT 1 FROM polls WHERE status_id = statuses.id) AS isAsking,
     EXISTS (SELECT 1 FROM quotes WHERE status_id = statuses.id) AS isQuoting,
     EXISTS (SELECT 1 FROM status_cards WHERE status_id = statuses.id AND card_id IS NULL) AS isTakenOff
   FROM statuses WHERE id = @id`,
)

/** The card of an address; without a title its page said nothing, or was not asked so far (`fetchedAt` 0). */
export const cardByUrl = one(
  z.object({ id: z.int(), title: z.string(), fetchedAt: z.int() }),
  `SELECT id, title, fetched_at AS fetchedAt FROM cards WHERE url = @url`,
)

/** The address of a card. */
export const cardAddress = one(z.object({ url: z.string() }), `SELECT url FROM cards WHERE id = @id`)

/** Notes an address whose page is to be asked. */
export const insertCard = write(`INSERT INTO cards (id, url, fetched_at) VALUES (@id, @url, 0)`)

/** Keeps what a page says about itself. */
export const saveCard = write(
  `UPDATE cards SET title = @title, description = @description, site = @site, author = @author, language = @language,
     published_at = @publishedAt, image = @image, image_bytes = @bytes, image_width = @width, image_height = @height, image_alt = @imageAlt,
     blurhash = @blurhash, fetched_at = @now WHERE id = @id`,
)

/** A page could not be had; what it said before stays. */
export const noteTried = write(`UPDATE cards SET fetched_at = @now WHERE id = @id`)

/** Gives a post a card. */
export const putCard = write(
  `INSERT INTO status_cards (status_id, card_id) VALUES (@statusId, @cardId)
   ON CONFLICT (status_id) DO UPDATE SET card_id = @cardId`,
)

/** A post has no link any more; it may have a card again. */
export const removeCard = write(`DELETE FROM status_cards WHERE status_id = @statusId AND card_id IS NOT NULL`)

/** The author of a post wants no card on it, now or later. */
export const takeCard = write(
  `INSERT INTO status_cards (status_id, card_id) VALUES (@statusId, NULL)
   ON CONFLICT (status_id) DO UPDATE SET card_id = NULL`,
)

const cardRow = z.object({
  statusId: z.int(),
  url: z.string(),
  title: z.string(),
  description: z.string(),
  site: z.string(),
  author: z.string(),
  language: z.string().nullable(),
  publishedAt: z.int().nullable(),
  image: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  imageAlt: z.string(),
  blurhash: z.string().nullable(),
  /** Whether the post's warning is of a topic that the community holds discreet. */
  isDiscreet: z.int(),
})
/** A card as stored, of one of its posts. */
export type CardRow = z.infer<typeof cardRow>

/** The cards of several posts; `ids` is a JSON list. */
export const cardsOf = many(
  cardRow,
  `SELECT status_id AS statusId, url, title, description, site, author, language, published_at AS publishedAt, image,
     image_width AS width, image_height AS height, image_alt AS imageAlt, blurhash,
     EXISTS (SELECT 1 FROM statuses JOIN json_each(statuses.warning_topics)
       JOIN warning_topics ON slug = json_each.value WHERE statuses.id = status_id AND discreet = 1) AS isDiscreet
   FROM status_cards JOIN cards ON cards.id = card_id
   WHERE status_id IN (SELECT value FROM json_each(@ids)) AND title <> ''`,
)

/** The posts that have a card. */
export const postsWithCard = many(
  z.object({ id: z.int() }),
  `SELECT status_id AS id FROM status_cards WHERE card_id IS NOT NULL AND card_id = @cardId`,
)
