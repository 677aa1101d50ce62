/** `POST /api/community/v1/onboarding/challenge`: which number below `most`, written behind `salt`, has this SHA-256? */
export interface Challenge {
  salt: string
  /** SHA-256 in hex. */
  target: string
  most: number
  signature: string
  /** Seconds before which no answer is taken. */
  wait: number
  /** Whether the form has to bring an answer. */
  required: boolean
  /** What a person is asked whose browser cannot find the number. */
  question: string
}

/** The answer to a {@link Challenge}, as the form brings it. */
export interface Proof {
  salt: string
  number: number
  signature: string
}
