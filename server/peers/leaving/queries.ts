import { z } from 'zod'
import { many, one, write } from '../../db/sql.ts'

/** Accounts elsewhere that somebody says are theirs. */
export const aliasesOf = many(
  z.object({ acct: z.string(), uri: z.string() }),
  `SELECT acct, uri FROM aliases WHERE account_id = @accountId ORDER BY uri`,
)
/** Names one. */
export const putAlias = write(
  `INSERT INTO aliases (account_id, uri, acct, added_at) VALUES (@accountId, @uri, @acct, @now)
   ON CONFLICT (account_id, uri) DO UPDATE SET acct = excluded.acct`,
)
/** Names it no longer. */
export const removeAlias = write(`DELETE FROM aliases WHERE account_id = @accountId AND uri = @uri`)

/** What the account elsewhere says are its others: a JSON list of addresses. */
export const knownAs = one(
  z.object({ alsoKnownAs: z.string() }),
  `SELECT also_known_as AS alsoKnownAs FROM remote_actors WHERE account_id = @id`,
)

/** Where somebody moved to. */
export const moveOf = one(
  z.object({
    targetId: z.int(),
    movedAt: z.int(),
    username: z.string(),
    domain: z.string().nullable(),
    uri: z.string().nullable(),
  }),
  `SELECT moves.target_id AS targetId, moves.moved_at AS movedAt, accounts.username, accounts.domain, accounts.uri
   FROM moves JOIN accounts ON accounts.id = moves.target_id
   WHERE moves.account_id = @accountId AND moves.ended_at IS NULL`,
)
/** Moves somebody. */
export const putMove = write(
  `INSERT INTO moves (account_id, target_id, moved_at) VALUES (@accountId, @targetId, @now)
   ON CONFLICT (account_id) DO UPDATE SET target_id = excluded.target_id, moved_at = excluded.moved_at, ended_at = NULL`,
)
/** When somebody moved last, whether or not their profile still says so. */
export const lastMoveOf = one(
  z.object({ movedAt: z.int() }),
  `SELECT moved_at AS movedAt FROM moves WHERE account_id = @accountId`,
)
/** Takes the notice of a move away. */
export const endMove = write(`UPDATE moves SET ended_at = @now WHERE account_id = @accountId AND ended_at IS NULL`)
