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
 * the budget is set where the server is started, and cannot be changed here; `tight` that nearly all is used, so that room
 * is made; `stuck` that nothing more was found that may go; `over` that more is used than may be. `spare` is free in the
 * database's file, and filled before that grows.
 */
export type DiskUse = {
  budget: number
  fixed: boolean
  tight: boolean
  stuck: boolean
  over: boolean
  database: number
  spare: number
  pictures: number
  peers: { domain: string; pictures: number; picture_bytes: number; people: number; posts: number }[]
}
