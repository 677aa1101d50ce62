/** How far a post of one's own got. `servers` is how many were to get it, this one not counted. */
export type Delivery = {
  servers: number
  delivered: number
  waiting: number
  failed: number
  /** Some of those that have not got it, by name. */
  unreached: { domain: string; state: 'waiting' | 'failed' }[]
}

/** What uses the disk, in bytes: the database, and pictures of elsewhere, the servers with the most first. */
export type DiskUse = {
  budget: number
  database: number
  pictures: number
  peers: { domain: string; pictures: number; picture_bytes: number; people: number; posts: number }[]
}
