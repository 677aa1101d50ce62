import type { List } from '../../../shared/api/wire.ts'
import type { ListRow } from './queries.ts'

/** A list as its owner reads it. */
export const presentList = ({ id, title, repliesPolicy, exclusive }: ListRow): List => ({
  id: String(id),
  title,
  replies_policy: repliesPolicy,
  exclusive: exclusive === 1,
})
