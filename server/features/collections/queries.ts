import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

const collectionRow = z.object({ id: z.int(), title: z.string(), about: z.string() })

/** All collections, in the order in which they were made. */
export const allCollections = many(
  collectionRow,
  `SELECT id, title, about FROM collections WHERE id > 0 ORDER BY id LIMIT @most`,
)

/** One of them. */
export const collectionById = one(collectionRow, `SELECT id, title, about FROM collections WHERE id = @id`)

/** Keeps a new one. */
export const insertCollection = write(
  `INSERT INTO collections (id, title, about, created_at) VALUES (@id, @title, @about, @now)`,
)

/** Takes one away, with what people answered. */
export const deleteCollection = write(`DELETE FROM collections WHERE id = @id`)

/** Who was asked to stand in some collections (a JSON list), as they are now. */
export const peopleIn = many(
  z.object({
    collectionId: z.int(),
    accountId: z.int(),
    agreed: z.int().nullable(),
    discoverable: z.int(),
    limitedAt: z.int().nullable(),
  }),
  `SELECT collection_id AS collectionId, account_id AS accountId, agreed, discoverable, limited_at AS limitedAt
   FROM json_each(@ids) JOIN collection_people ON collection_id = json_each.value
     JOIN accounts ON accounts.id = account_id
   WHERE joined_at IS NOT NULL AND suspended_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM moves WHERE moves.account_id = accounts.id AND moves.ended_at IS NULL)
   ORDER BY asked_at, account_id`,
)

/** What somebody answered for one collection: null not yet, 1 yes, 0 no; no row where they were not asked. */
export const answerOf = one(
  z.object({ agreed: z.int().nullable() }),
  `SELECT agreed FROM collection_people WHERE collection_id = @id AND account_id = @accountId`,
)

/** How many people of one collection did not say no. */
export const countPeople = one(
  z.object({ count: z.int() }),
  `SELECT count(*) AS count FROM collection_people WHERE collection_id = @id AND coalesce(agreed, 1) = 1`,
)

/** Somebody is asked to stand in a collection. */
export const insertPerson = write(
  `INSERT INTO collection_people (collection_id, account_id, asked_at) VALUES (@id, @accountId, @now)`,
)

/** They answered. */
export const setAnswer = write(
  `UPDATE collection_people SET agreed = @agreed WHERE collection_id = @id AND account_id = @accountId`,
)

/** They are not asked any more, and stand in it no more; a no stays, so that they are not asked again. */
export const removePerson = write(
  `DELETE FROM collection_people WHERE collection_id = @id AND account_id = @accountId AND coalesce(agreed, 1) = 1`,
)
