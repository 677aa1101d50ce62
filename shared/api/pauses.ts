import type { Account, Status } from './wire.ts'

/** A conversation of which the member hears nothing; `id` is the conversation's. */
export interface MutedThread {
  id: string
  /** The post at which it was muted, while the member can see it. */
  status: Status | null
  /** Null: until the member ends it. */
  expires_at: string | null
}

/** What two people can agree on: to hear nothing of each other, or both not to reply in one conversation. */
export type TruceKind = 'truce' | 'thread_lock'

/** An offer of a truce or lock, or one that holds, as one of the two sees it. */
export interface Truce {
  id: string
  kind: TruceKind
  /** The other of the two. */
  account: Account
  /** Whether the member looking offered it. */
  mine: boolean
  state: 'offered' | 'holding' | 'not_taken_up'
  days: number
  /** While it is offered: when the offer is gone. */
  answer_by: string
  /** While it holds: when it ends by itself. */
  ends_at: string | null
  /** Of a lock: the post at which it was offered, while the member can see it; never with an own offer. */
  status: Status | null
}
