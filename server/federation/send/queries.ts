import { write } from '../../db/sql.ts'

/** A post of ours that everybody could read at its address is gone; boosts and what was never to leave leave nothing. */
export const leaveTombstone = write(
  `INSERT INTO tombstones (uri, at) SELECT @uri, @now FROM statuses
   WHERE id = @statusId AND local = 1 AND local_only = 0 AND reblog_of_id IS NULL
     AND visibility IN ('public', 'unlisted')
   ON CONFLICT (uri) DO NOTHING`,
)
