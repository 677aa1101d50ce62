import type { Scheme, Signer } from '../crypto/signature.ts'

/** One activity to one inbox, as the thread is asked to send it; `date` in ms. */
export type Parcel = {
  id: number
  inbox: string
  body: string
  signer: Signer & { privateKey: string }
  scheme: Scheme
  date: number
  headers?: Record<string, string>
}

/** What came of it: how the other side answered, or what kept it from being asked. `retryAfter` in ms. */
export type Outcome = {
  id: number
  status?: number
  problem?: string
  scheme: Scheme
  retryAfter?: number
}
