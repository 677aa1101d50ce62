/** How far a post of one's own got. `servers` is how many were to get it, this one not counted. */
export type Delivery = {
  servers: number
  delivered: number
  waiting: number
  failed: number
  /** Some of those that have not got it, by name. */
  unreached: { domain: string; state: 'waiting' | 'failed' }[]
}
