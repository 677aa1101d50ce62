import { z } from 'zod'
import type { Db } from '../db/open.ts'
import { many } from '../db/sql.ts'
import { limits } from '../limits.ts'

/** Up the tree of invites from somebody: who invited them, who invited those, and so on. */
const invitersOf = many(
  z.object({ id: z.int() }),
  `WITH RECURSIVE up (id, depth) AS (
     SELECT @id, 0
     UNION ALL SELECT invites.created_by, up.depth + 1 FROM up
       JOIN members ON members.account_id = up.id JOIN invites ON invites.id = members.invite_id
       WHERE up.depth < @most)
   SELECT id FROM up WHERE depth > 0`,
)

/** Whether one of two came by an invite of the other, or of somebody whom the other let in: they may be one person. */
export function areLinked(db: Db, a: number, b: number): boolean {
  const above = (id: number) => invitersOf(db, { id, most: limits.inviteDepth }).map((row) => row.id)
  return above(a).includes(b) || above(b).includes(a)
}

/** Of several people, the first ones first, those who are not linked to one before them. */
export function apart(db: Db, ids: readonly number[]): number[] {
  const found: number[] = []
  for (const id of ids) if (!found.some((other) => other === id || areLinked(db, id, other))) found.push(id)
  return found
}
