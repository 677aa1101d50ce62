import { z } from 'zod'
import { many } from '../../../db/sql.ts'

/** Things that were done, for those to whom they were told; `ids` is a JSON list. */
export const toldActions = many(
  z.object({
    id: z.int(),
    kind: z.string(),
    targetId: z.int().nullable(),
    /** The posts of the same step that the same was done to, as a JSON list. */
    statusIds: z.string(),
    content: z.instanceof(Buffer),
    settledAt: z.int().nullable(),
    appeal: z.instanceof(Buffer).nullable(),
    appealState: z.enum(['open', 'granted', 'refused']).nullable(),
  }),
  `SELECT moderation_actions.id, kind, target_id AS targetId, moderation_actions.content,
     (SELECT json_group_array(same.status_id) FROM moderation_actions AS same
       WHERE same.case_id = moderation_actions.case_id AND same.created_at = moderation_actions.created_at
         AND same.kind = moderation_actions.kind AND same.status_id IS NOT NULL) AS statusIds,
     settled_at AS settledAt, moderation_appeals.content AS appeal, moderation_appeals.state AS appealState
   FROM moderation_actions LEFT JOIN moderation_appeals ON action_id = moderation_actions.id
   WHERE moderation_actions.id IN (SELECT value FROM json_each(@ids)) AND settled_at IS NOT NULL`,
)
