import { z } from 'zod'
import { many, one, write } from '../../../db/sql.ts'

const found = z.object({ id: z.int() })

/** Whether a member's blocks reach further accounts of whom they block. */
export const extendsBlocks = one(
  z.object({ on: z.int() }),
  `SELECT extend_blocks AS "on" FROM members WHERE account_id = @me`,
)

/** Keeps whether they do. */
export const setExtends = write(`UPDATE members SET extend_blocks = @on WHERE account_id = @me`)

/** The members who block somebody and whose blocks reach further. */
export const extendersOf = many(
  found,
  `SELECT blocks.account_id AS id FROM blocks JOIN members ON members.account_id = blocks.account_id
   WHERE blocks.target_id = @targetId AND members.extend_blocks = 1 LIMIT @most`,
)

/** The addresses of which an account says that they are it too. */
export const namesOf = many(
  z.object({ uri: z.string() }),
  `SELECT value AS uri FROM remote_actors, json_each(coalesce(also_known_as, '[]')) WHERE account_id = @id
   UNION SELECT uri FROM aliases WHERE account_id = @id
   UNION SELECT moved_to FROM remote_actors WHERE account_id = @id AND moved_to IS NOT NULL`,
)

/** Who is known here by some addresses (a JSON list); those of our own begin with `ours`. */
export const knownByUris = many(
  found,
  `SELECT id FROM accounts WHERE uri IN (SELECT value FROM json_each(@uris))
   UNION SELECT accounts.id FROM json_each(@uris) JOIN accounts
     ON accounts.id = CAST(substr(value, length(@ours) + 1) AS INTEGER)
   WHERE substr(value, 1, length(@ours)) = @ours AND accounts.domain IS NULL`,
)

/** Who reported in a case that this is somebody whom they block, and wants blocks to reach that far. */
export const blockersInCase = many(
  found,
  `SELECT DISTINCT reporter_id AS id FROM reports JOIN members ON members.account_id = reporter_id
   WHERE case_id = @caseId AND reporter_id IS NOT NULL AND members.extend_blocks = 1 AND (kind = 'evasion'
     OR EXISTS (SELECT 1 FROM json_each(rules) WHERE value ->> 'slug' = 'gr7b'))`,
)
