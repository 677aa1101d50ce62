import { z } from 'zod'
import { isParty } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { dayOf } from '../../../core/clock.ts'
import { invalidFields, notFound } from '../../../core/errors.ts'
import { flag, id, listOf } from '../../../http/forms.ts'
import { accountById } from '../../accounts/queries.ts'
import { append } from '../cases.ts'
import { readCast } from '../cast.ts'
import { field } from '../fields.ts'
import { presentPeople } from '../people.ts'
import type { Seat } from '../seats.ts'
import { type VerbDoor, verb } from '../verb.ts'
import { disclosuresOf, inCaseAlready, inConflict } from './conflicts.ts'
import { noteTook } from './queries.ts'
import { readCandidates, writeBallot, writeCandidates } from './texts.ts'

const nothing = z.object({})
const voteForm = z.object({ acceptable: listOf(id, 20), pair: flag.default(false) })
const takeForm = z.object({
  read: flag.refine((read) => read, { error: 'Read the short guide first.' }),
})

function vote(ctx: Context, { case: loaded, role }: Seat, { acceptable, pair }: z.infer<typeof voteForm>): void {
  if (!isParty(role)) throw notFound()
  const offered = new Set(readCandidates(ctx, loaded).offered.map((one) => one.id))
  const marked = acceptable.filter((one) => offered.has(one))
  append(ctx, loaded.id, role, 'vote', { pair, texts: writeBallot(ctx, loaded.id, role, marked) })
}

function candidateFields(ctx: Context, { case: loaded }: Seat) {
  const people = presentPeople(
    ctx,
    readCandidates(ctx, loaded).offered.map((one) => one.id),
  )
  const options = [...people].map(([value, { display_name, acct }]) => ({
    value: String(value),
    label: display_name,
    hint: `@${acct}`,
  }))
  return [
    field('acceptable', 'choices', 'Everyone who is all right for you', {
      hint: 'Mark nobody to see others.',
      required: false,
      options,
    }),
    field('pair', 'tick', 'Two mediators would be all right, one that each of us chose', { required: false }),
  ]
}

const cannot = () =>
  invalidFields({
    account_id: [{ error: 'ERR_INVALID', description: 'This person cannot mediate here. Please name somebody else.' }],
  })

/** Adds somebody whom a side trusts. Why somebody cannot mediate is not said: it may be theirs to know. */
function propose(ctx: Context, { case: loaded, role }: Seat, accountId: number): void {
  const cast = readCast(ctx, loaded)
  const account = accountById(ctx.db, { id: accountId })
  if (!cast || account?.domain !== null || account.joinedAt === null || account.suspendedAt !== null) throw cannot()
  const { offered, past } = readCandidates(ctx, loaded)
  if (offered.some((one) => one.id === accountId)) return
  const out = inCaseAlready(ctx, loaded.id, [accountId]).has(accountId)
  if (out || inConflict(ctx, cast, [accountId]).has(accountId)) throw cannot()
  const disclosures = disclosuresOf(ctx, loaded.id, cast, [accountId]).get(accountId) ?? []
  const candidates = writeCandidates(ctx, loaded.id, {
    offered: [...offered, { id: accountId, comrade: true, disclosures }],
    past,
  })
  append(ctx, loaded.id, role, 'propose_comrade', { texts: { candidates } })
}

/** What can be done while a mediator is chosen. */
export const choiceVerbs: Record<string, VerbDoor> = {
  vote: verb({
    label: 'These are all right for me',
    hint: 'Nobody sees your marks: not the other side, not those you did not mark.',
    weight: 'main',
    form: voteForm,
    fields: candidateFields,
    run: vote,
  }),
  propose_comrade: verb({
    label: 'Name somebody you both might trust',
    hint: 'They are added for both of you to mark. They are asked only if you both do.',
    weight: 'other',
    form: z.object({ account_id: id }),
    fields: () => [field('account_id', 'people', 'Who', { max: 1 })],
    run: (ctx, seat, form) => propose(ctx, seat, form.account_id),
  }),
  take: verb({
    label: 'Yes, I mediate',
    hint: 'You help them talk. You decide nothing, and nothing you read leaves the room.',
    weight: 'main',
    form: takeForm,
    fields: () => [field('read', 'tick', 'I read the short guide and can be fair to both.')],
    run(ctx, { case: { id: caseId }, role, viewer }) {
      ctx.transact(() => {
        append(ctx, caseId, role, 'take')
        noteTook(ctx.db, { accountId: viewer.accountId, now: dayOf(ctx.now()) })
      })
    },
  }),
  pass: verb({
    label: 'Not me',
    hint: 'No reason is needed, and none is given to anybody.',
    weight: 'exit',
    form: nothing,
    run: (ctx, { case: { id: caseId }, role }) => void append(ctx, caseId, role, 'pass'),
  }),
}
