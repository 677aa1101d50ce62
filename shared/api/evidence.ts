import type { Visibility } from './wire.ts'

/** A picture of a kept post. */
export interface EvidencePicture {
  /** Of the kept file, in hex, which is also its name; null where there was no file any more. */
  sha256: string | null
  description: string
}

/** A post as it was when a member kept it. */
export interface EvidenceItem {
  uri: string
  url: string
  author: { uri: string; handle: string; display_name: string }
  /** The words as they were written, without HTML. */
  text: string
  spoiler_text: string
  warning_topics: string[]
  visibility: Visibility
  local_only: boolean
  language: string | null
  /** The handles of those whom it names. */
  mentions: string[]
  media: EvidencePicture[]
  created_at: string
  /** When its words last changed, where they did; bundles from before posts could change have no such field. */
  edited_at?: string | null
  /** What it said before, from its first words on: whatever the member had read is among them. */
  earlier?: { text: string; spoiler_text: string; created_at: string; media?: EvidencePicture[] }[]
  /** Of a post from elsewhere that names or answers somebody here: what its server said, and whether its author's signature came with it. */
  document?: { json: string; signed: boolean; heard_at: string }
  kept_at: string
  /** Of the hash before it and of all the fields above as JSON, in hex. */
  sha256: string
}

/** What stands at the beginning of a bundle, and where its chain of hashes begins. */
export interface EvidenceHead {
  format: 'left-community-evidence-1'
  /** The handle of the member who kept it. */
  owner: string
  /** The handle of the person whom it is about, where it was kept with a request for help. */
  about: string | null
  note: string
  kept_at: string
}

/** Posts that a member kept, whatever becomes of them. */
export interface EvidenceSummary {
  id: string
  created_at: string
  /** When it is deleted, unless it is renewed. */
  kept_until: string
  head: EvidenceHead
  /** The last hash of the chain. */
  sha256: string
  count: number
  /** The handles of those who wrote the posts. */
  people: string[]
  /** Posts that were asked for and of which there was no copy: deleted before, or not for this member. */
  missing: string[]
  /** Whether every byte is as it was sealed; without, nothing of it can be read any more. */
  intact: boolean
}

/** A bundle with its posts. */
export interface EvidenceBundle extends EvidenceSummary {
  items: EvidenceItem[]
}
