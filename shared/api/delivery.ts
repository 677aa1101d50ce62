/** How far a post of one's own got. `servers` is how many were to get it, this one not counted. */
export type Delivery = {
  servers: number
  delivered: number
  waiting: number
  failed: number
  /** Some of those that have not got it, by name. */
  unreached: { domain: string; state: 'waiting' | 'failed' }[]
}

/**
 * What uses the disk, in bytes: the database, and pictures of elsewhere, the servers with the most first. `fixed` says that
 * the budget is set where the server is started, and cannot be changed here; `over` that room is being made.
 */
export type DiskUse = {
  budget: number
  fixed: boolean
  over: boolean
  database: number
  pictures: number
  peers: { domain: string; pictures: number; picture_bytes: number; people: number; posts: number }[]
}
