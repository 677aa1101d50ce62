import type { Quote, Status } from '../../../../shared/api/wire.ts'
import { whatForbidsQuote } from '../../../policies/interaction.ts'
import type { Relations } from '../../../policies/relations.ts'
import type { Part } from '../hydrate.ts'
import type { Quoted } from './read.ts'

/** A quote as JSON; within a quoted post, `nested` is left out and only the id of the next one is given. */
export function presentQuote({ state, part }: Quoted, nested: ReadonlyMap<string, Status> | undefined): Quote {
  const id = part && String(part.row.id)
  if (nested) return { state, quoted_status: (id && nested.get(id)) || null }
  return { state, quoted_status_id: id ?? null }
}

const automatic = { public: [['public']], followers: [['followers']], nobody: [[]] } as const

/** Who may quote a post, and whether the reader may. */
export function presentApproval({ row }: Part, me: number | undefined, relations: Relations): Status['quote_approval'] {
  const person = row.accountId
  const forbidden =
    me === undefined ||
    whatForbidsQuote(row, {
      isAuthor: person === me,
      isFollower: relations.following.has(person),
      isBlocking: relations.blocking.has(person),
    }) !== undefined
  return {
    automatic: [...automatic[row.quotePolicy][0]],
    manual: [],
    current_user: forbidden ? 'denied' : 'automatic',
  }
}
