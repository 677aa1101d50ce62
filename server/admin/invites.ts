import { parseDuration, SECOND } from '../core/clock.ts'
import { inviteForm, makeInvite } from '../features/invites/make.ts'
import { presentInvites, readCode } from '../features/invites/present.ts'
import { inviteByCode, newestInvites, withdrawInvite } from '../features/invites/queries.ts'
import { type Command, Complaint, isSet, needed, number, text, word } from './command.ts'
import { personNamed } from './people.ts'

const string = { type: 'string' } as const

const create: Command = {
  takes: '--by NAME [--max-uses N --expires P7D --comment TEXT]',
  options: { by: string, 'max-uses': string, expires: string, comment: string },
  run(ctx, typed) {
    const by = personNamed(ctx, needed(typed, 'by'))
    const expires = text(typed, 'expires')
    const lasts = expires === undefined ? undefined : parseDuration(expires)
    if (expires !== undefined && lasts === undefined) throw new Complaint('--expires takes a duration such as P7D.')
    const form = inviteForm.safeParse({
      max_uses: number(typed, 'max-uses'),
      expires_in: lasts === undefined ? undefined : lasts / SECOND,
      comment: text(typed, 'comment'),
    })
    if (!form.success) throw new Complaint('An invite lasts a minute to a year, and lets in 1 to 1000 people.')
    return presentInvites(ctx, [makeInvite(ctx, by.id, form.data)])[0]?.url ?? ''
  },
}

const withdraw: Command = {
  takes: 'CODE',
  run(ctx, typed) {
    const code = word(typed, 'CODE')
    const found = inviteByCode(ctx.db, { code: readCode(code) })
    if (!found) throw new Complaint(`There is no invite ${code}.`)
    withdrawInvite(ctx.db, { id: found.id, now: ctx.now() })
    return `The invite ${found.code} is withdrawn.`
  },
}

const list: Command = {
  takes: '[--json]',
  options: { json: { type: 'boolean' } },
  run(ctx, typed) {
    const invites = presentInvites(ctx, newestInvites(ctx.db, { before: Number.MAX_SAFE_INTEGER, limit: 1000 }))
    if (isSet(typed, 'json')) return JSON.stringify(invites, undefined, 2)
    const ends = (one: (typeof invites)[number]) => (one.withdrawn_at ? 'withdrawn' : (one.expires_at ?? 'no end'))
    return invites
      .map((one) => `${one.code}  ${one.uses}/${one.max_uses ?? '∞'}  ${ends(one)}  ${one.comment}`)
      .join('\n')
  },
}

/** Invites, as on the page *People*. */
export const inviteCommands: Record<string, Command> = {
  'invites create': create,
  'invites withdraw': withdraw,
  'invites list': list,
}
