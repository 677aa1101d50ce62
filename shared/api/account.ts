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
