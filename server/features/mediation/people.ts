import { z } from 'zod'
import type { MediationPerson } from '../../../shared/api/mediation.ts'
import type { Context } from '../../context.ts'
import { acctOf, presentAccounts, profileUrl } from '../accounts/present.ts'
import { accountById } from '../accounts/queries.ts'
import { missingAvatar } from '../media/present.ts'

/** People as cases show them, by account id; two queries, whatever their number. */
export function presentPeople(ctx: Context, ids: readonly number[]): Map<number, MediationPerson> {
  const people = [...presentAccounts(ctx, ids)].map(([id, { acct, display_name, avatar, url }]) => {
    const person: MediationPerson = { id: String(id), acct, display_name: display_name || acct, avatar, url }
    return [id, person] as const
  })
  return new Map(people)
}

const calledForm = z.object({ acct: z.string(), url: z.string() })

/** Seals how somebody of another server is called when they are asked about: there they can be renamed, or be gone. */
export function writeCalled(ctx: Context, caseId: number, id: number): { called?: number } {
  const row = accountById(ctx.db, { id })
  if (!row || row.domain === null) return {}
  return { called: ctx.mediation.write(caseId, 'intake', { acct: acctOf(row), url: profileUrl(ctx, row) }) }
}

/**
 * The person asked for, as the requester sees them until there is a yes: the address and nothing that depends on how
 * that person is or what they do.
 */
export function presentAddress(ctx: Context, id: number, kept?: number): MediationPerson | null {
  const row = accountById(ctx.db, { id })
  const now = row && { acct: acctOf(row), url: profileUrl(ctx, row) }
  const called = kept === undefined ? now : calledForm.safeParse(ctx.mediation.read(kept)).data
  if (!called) return null
  const { acct, url } = called
  return { id: String(id), acct, display_name: acct, avatar: missingAvatar(ctx), url }
}
