import { z } from 'zod'
import { isOpen } from '../../../../shared/mediation/moves.ts'
import type { Context } from '../../../context.ts'
import { hashSecret } from '../../../core/crypto.ts'
import { limits } from '../../../limits.ts'
import { createCase, type Loaded, nameOf, readCase } from '../cases.ts'
import { readCast } from '../cast.ts'
import { casesOf } from '../queries.ts'
import { putLink } from './queries.ts'

const askerForm = z.object({ account: z.int() })

/** Who the guest of a case is: who was asked, or who asks; undefined once nobody can be named any more. */
export function guestOf(ctx: Context, loaded: Loaded): number | undefined {
  const { fromElsewhere, texts } = loaded.now
  if (!fromElsewhere) return readCast(ctx, loaded)?.b
  return texts.asker === undefined ? undefined : askerForm.safeParse(ctx.mediation.read(texts.asker)).data?.account
}

/** Which side of a case its guest is. */
export const sideOfGuest = ({ now }: Loaded): 'a' | 'b' => (now.fromElsewhere ? 'a' : 'b')

/** The secret of the link by which who asked comes back: it follows from the case, so that it need not be kept. */
export const wayBack = (ctx: Context, caseId: number): string =>
  ctx.vault.fingerprint('mediation way back', String(caseId)).toString('base64url')

/** Whether a case still goes on for who asked. */
export const goesOn = ({ now }: Loaded): boolean => now.state === 'draft' || isOpen(now)

/** The cases for which somebody of another server asked, the newest first. */
export const casesAsked = (ctx: Context, accountId: number): Loaded[] =>
  casesOf(ctx.db, { who: nameOf(ctx, accountId), most: limits.pageMediations })
    .filter(({ role, state }) => role === 'a' && state !== 'purged')
    .map(readCase)

/** Begins a request of somebody of another server, as a draft, with a way back into it; inside a transaction. */
export function beginAsked(ctx: Context, accountId: number): number {
  const id = ctx.newId()
  const texts = { asker: ctx.mediation.write(id, 'intake', { account: accountId }) }
  createCase(ctx, accountId, { fromElsewhere: true, texts }, id)
  putLink(ctx.db, { caseId: id, linkHash: hashSecret(wayBack(ctx, id)) })
  return id
}
