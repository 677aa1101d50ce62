import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { hashSecret, newSecret } from '../../../core/crypto.ts'
import type { Events } from '../../../events.ts'
import { accountById } from '../../accounts/queries.ts'
import { type Loaded, readCase } from '../cases.ts'
import { caseById } from '../queries.ts'
import { isKnownToB } from '../seats.ts'
import { putLink, removeLink } from './queries.ts'

/** Whether somebody is of another server: they have no place here but as a guest of one case. */
export const isElsewhere = (ctx: Context, accountId: number): boolean =>
  (accountById(ctx.db, { id: accountId })?.domain ?? null) !== null

const noteForm = z.object({ caseId: z.int(), accountId: z.int(), secret: z.string() })
/** To whom the one message goes, and the secret of the way in. */
export type Note = z.infer<typeof noteForm>

/** Reads what a job has sealed. */
export const readNote = (ctx: Context, sealed: string): Note =>
  noteForm.parse(JSON.parse(ctx.vault.open(Buffer.from(sealed, 'base64'))))

/** Makes the way into a case for somebody of another server, and has it told to them; part of what delivers it. */
export function openWayIn(ctx: Context, caseId: number, accountId: number): void {
  const secret = newSecret()
  putLink(ctx.db, { caseId, linkHash: hashSecret(secret) })
  const note: Note = { caseId, accountId, secret }
  ctx.queue.add('mediationNote', { sealed: ctx.vault.seal(JSON.stringify(note)).toString('base64') })
}

/** Whether an invitation still waits for an answer, so that there is something to write about. */
export function waitsForAnswer(ctx: Context, caseId: number): boolean {
  const row = caseById(ctx.db, { id: caseId })
  if (!row) return false
  const { state, reach, answer } = readCase(row).now
  return state === 'invited' && reach === 'delivered' && answer === 'none'
}

/** Whether nothing is left of a case for who was invited to it. */
const isOverForB = ({ now, ...rest }: Loaded): boolean =>
  now.state === 'purged' || now.answer === 'no' || (now.reach === 'delivered' && !isKnownToB({ now, ...rest }))

/** Whoever asked may read how it ended for as long as anything of it is kept. */
const isOverForGuest = (loaded: Loaded): boolean =>
  loaded.now.fromElsewhere ? loaded.now.state === 'purged' : isOverForB(loaded)

/** Shuts the door behind a guest for whom the case is over, in every browser that it let in. */
export function closeWayIn(ctx: Context, { caseId }: Events['mediationMoved']): void {
  const row = caseById(ctx.db, { id: caseId })
  if (!row || isOverForGuest(readCase(row))) removeLink(ctx.db, { caseId })
}
