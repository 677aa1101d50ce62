import { z } from 'zod'
import { one } from '../../../../db/sql.ts'

const found = z.object({ id: z.int() })

/** Somebody whom the reporter blocks, who let the account in or was let in by the same invite. */
export const blockedInviteKin = one(
  found,
  `SELECT blocks.target_id AS id FROM members JOIN invites ON invites.id = members.invite_id
     JOIN blocks ON blocks.account_id = @me AND (blocks.target_id = invites.created_by
       OR EXISTS (SELECT 1 FROM members AS kin WHERE kin.account_id = blocks.target_id
         AND kin.invite_id = members.invite_id))
   WHERE members.account_id = @targetId AND blocks.target_id <> @targetId LIMIT 1`,
)

/** Whether an account wrote to the reporter. */
export const repliesTo = one(
  found,
  `SELECT statuses.id FROM mentions JOIN statuses ON statuses.id = mentions.status_id
   WHERE mentions.account_id = @me AND statuses.account_id = @targetId LIMIT 1`,
)
