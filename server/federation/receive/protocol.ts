import type { Claim } from '../crypto/heard.ts'
import type { Activity, Document } from '../vocab/activity.ts'

/** What the thread is asked: to read an activity (and, with a key, to check who signed it), or a document. */
export type Task =
  | { id: number; kind: 'activity'; body: Uint8Array; claim: Claim; pem: string | undefined }
  | { id: number; kind: 'signature'; claim: Claim; pem: string }
  | { id: number; kind: 'document'; body: Uint8Array }

/** Why something was not taken. */
export type Fault = 'digest' | 'json' | 'bounds' | 'activity' | 'thread'

/** What the thread found. `signed` is undefined where no key was given. */
export type Outcome = {
  id: number
  fault?: Fault
  signed?: boolean
  activity?: Activity
  document?: Document
}

/** A task before it has its number. */
export type Asked = Task extends infer One ? (One extends Task ? Omit<One, 'id'> : never) : never
