import type { Outcome } from './moderation.ts'

/** How a request of somebody without an account stands. */
export interface OutsideRequest {
  /** How it ended; null while it is looked at. */
  outcome: Outcome | null
  /** Whether nobody without an account sees the post now. */
  hidden: boolean
  created_at: string
  /** Until when it is decided on. */
  due_at: string
  decided_at: string | null
}

/** The same right after it was sent, with the secret of the link by which it is followed. */
export interface OutsideReceipt extends OutsideRequest {
  token: string
}
