import type { Account } from './wire.ts'

/** A few people about one thing, put together by those who run the community; all of them said yes to it. */
export interface Collection {
  id: string
  title: string
  about: string
  accounts: Account[]
  /** Whether the reader stands in it, or is asked to. */
  me: 'shown' | 'asked' | null
}

/** How somebody who was asked answered; `left_out`: they said yes, and do not want to be found any more. */
export type CollectionAnswer = 'asked' | 'shown' | 'left_out' | 'refused'

/** A collection as those who put it together see it. */
export interface AdminCollection {
  id: string
  title: string
  about: string
  people: { account: Account; state: CollectionAnswer }[]
}
