import { z } from 'zod'
import { many, one } from '../../../../db/sql.ts'

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

/** Somebody whom the reporter blocks, who came from the same network within the last days. */
export const blockedNeighbour = one(
  found,
  `SELECT blocks.target_id AS id FROM account_networks AS theirs
     JOIN account_networks AS known ON known.network = theirs.network
     JOIN blocks ON blocks.account_id = @me AND blocks.target_id = known.account_id
   WHERE theirs.account_id = @targetId AND theirs.used_at > @since AND known.used_at > @since
     AND blocks.target_id <> @targetId LIMIT 1`,
)

/** Somebody whom the reporter blocks, who says that the account is theirs, or whom the account names as itself. */
export const blockedDeclared = one(
  found,
  `SELECT blocks.target_id AS id FROM blocks JOIN accounts AS known ON known.id = blocks.target_id
     JOIN accounts AS theirs ON theirs.id = @targetId
     LEFT JOIN remote_actors AS here ON here.account_id = theirs.id
     LEFT JOIN remote_actors AS there ON there.account_id = known.id
   WHERE blocks.account_id = @me AND blocks.target_id <> @targetId
     AND (EXISTS (SELECT 1 FROM moves WHERE moves.account_id = known.id AND moves.target_id = theirs.id)
       OR EXISTS (SELECT 1 FROM aliases WHERE aliases.account_id = theirs.id AND aliases.uri = known.uri)
       OR EXISTS (SELECT 1 FROM json_each(coalesce(here.also_known_as, '[]')) WHERE json_each.value = known.uri)
       OR (there.moved_to IS NOT NULL AND there.moved_to = theirs.uri)) LIMIT 1`,
)

/** Somebody whom the reporter blocks, who posted a link that the account posts too. */
export const blockedSameLink = one(
  found,
  `SELECT blocks.target_id AS id FROM blocks JOIN statuses AS known ON known.account_id = blocks.target_id
     JOIN status_cards AS their_card ON their_card.status_id = known.id AND their_card.card_id IS NOT NULL
     JOIN status_cards AS card ON card.card_id = their_card.card_id
     JOIN statuses AS theirs ON theirs.id = card.status_id AND theirs.account_id = @targetId
   WHERE blocks.account_id = @me AND blocks.target_id <> @targetId LIMIT 1`,
)

/** Whether an account wrote to the reporter. */
export const repliesTo = one(
  found,
  `SELECT statuses.id FROM mentions JOIN statuses ON statuses.id = mentions.status_id
   WHERE mentions.account_id = @me AND statuses.account_id = @targetId LIMIT 1`,
)

const sealed = z.object({ email: z.instanceof(Buffer) })

/** The mail address of an account, sealed. */
export const sealedOf = one(sealed, `SELECT email FROM members WHERE account_id = @id AND email IS NOT NULL`)

/** The mail addresses of those whom the reporter blocked last, sealed. */
export const sealedOfBlocked = many(
  sealed,
  `SELECT members.email FROM blocks JOIN members ON members.account_id = blocks.target_id
   WHERE blocks.account_id = @me AND blocks.target_id <> @targetId AND members.email IS NOT NULL
   ORDER BY blocks.id DESC LIMIT @most`,
)
