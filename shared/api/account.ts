/** A browser in which one is logged in: `/api/community/v1/devices`. */
export interface Device {
  id: string
  /** Such as "Firefox on Android"; empty where it is not known. */
  device: string
  /** Whether it is the one that asks. */
  current: boolean
  created_at: string
  used_at: string
}

/** A program that one has let in: `/api/community/v1/programs`. */
export interface Program {
  id: string
  name: string
  website: string | null
  scopes: string[]
  /** When it was last let in. */
  created_at: string
  /** When it last did something; null when it never has. */
  used_at: string | null
}

/** A passkey of one's own. */
export interface Passkey {
  id: string
  name: string
  created_at: string
  used_at: string | null
}

/** What is asked of one beside the password: `/api/community/v1/second-step`. */
export interface SecondStep {
  /** Whether there is a password: who joined with a passkey has none. */
  password: boolean
  code_app: boolean
  passkeys: Passkey[]
  /** Whether browsers make passkeys for this community's address at all. */
  passkeys_possible: boolean
  recovery_codes_left: number
}

/** An app that shows codes, before its first code was typed; `uri` is what it reads from a picture. */
export interface NewCodeApp {
  secret: string
  uri: string
}

/** Recovery codes, shown this once; null where one has some already. */
export interface RecoveryCodes {
  recovery_codes: string[] | null
}

/** What logging in answers to who knows the password and has a second step: nobody is logged in yet. */
export interface StepNeeded {
  error: string
  error_code: 'second_step'
  second_step: ('code' | 'passkey')[]
}

/** When an account that its owner left is deleted for good. */
export interface Departure {
  ends_at: string
}

/** A list that one brings along: `/api/community/v1/imports`. */
export interface ImportState {
  id: string
  type: 'following' | 'blocking' | 'muting' | 'bookmarks' | 'lists'
  mode: 'merge' | 'overwrite'
  created_at: string
  finished_at: string | null
  total: number
  done: number
  came: number
  failures: { what: string; why: string }[]
}

/** One's posts and pictures in one file: `/api/community/v1/archive`. */
export interface ArchiveState {
  state: 'none' | 'making' | 'ready' | 'failed'
  created_at: string | null
  expires_at: string | null
  bytes: number | null
}

/** One's own mail address, and one that waits to be confirmed: `/auth/address`. */
export interface OwnAddress {
  email: string | null
  waiting: string | null
}
