import type { MediationIntake, MediationView } from '../../../../shared/api/mediation.ts'
import { triageTexts } from '../../../../shared/locales/en/mediation.ts'
import { isThere } from '../../../../shared/mediation/conditions.ts'
import { readScreening } from '../../../../shared/mediation/screening.ts'
import type { Context } from '../../../context.ts'
import { limits } from '../../../limits.ts'
import type { Cast } from '../cast.ts'
import { counterOf, pairOf } from '../pairs.ts'
import { presentQuotes } from '../room/quotes.ts'
import { postsNaming } from '../safety/queries.ts'
import type { Seat } from '../seats.ts'
import type { StoredIntake } from './form.ts'
import { readAnswers, readIntake } from './texts.ts'

function present({ account_id, status_ids, support_id, ...rest }: StoredIntake): Partial<MediationIntake> {
  return {
    ...rest,
    ...(account_id !== undefined && { account_id: String(account_id) }),
    ...(status_ids && { status_ids: status_ids.map(String) }),
    ...(support_id !== undefined && { support_id: String(support_id) }),
  }
}

/** A text of a few words that was sealed by itself. */
const readText = (ctx: Context, id: number | undefined): string | undefined => {
  const text = id === undefined ? undefined : ctx.mediation.read(id)
  return typeof text === 'string' ? text : undefined
}

/** What a coordinator and the mediator get: the request, without whom the person trusts and who supports them. */
const forOthers = ({ trusted, unwanted, support_id, ...rest }: Partial<MediationIntake>) => rest

/** The one kind of answer that a coordinator may look at: those that are unclear, of whom agreed to it. */
function presentFlagged(ctx: Context, { case: loaded }: Seat): MediationView['flagged'] {
  const answers = readAnswers(ctx, loaded, loaded.now.state === 'invited' ? 'b' : 'a')
  return readScreening(answers, true).flagged.flatMap((question) => {
    const answer = answers[question]
    return answer ? [{ question, answer }] : []
  })
}

/** How often these two asked about each other: counts, and nothing of what came of it. */
function presentHistory(ctx: Context, cast: Cast | undefined): MediationView['prompts'] {
  if (!cast) return []
  const [there, back] = [
    counterOf(ctx, pairOf(ctx, cast.a, cast.b), 'asked'),
    counterOf(ctx, pairOf(ctx, cast.b, cast.a), 'asked'),
  ]
  return [{ title: triageTexts.history, text: triageTexts.asked(there, back) }]
}

/** That who asks is of another server, for who decides whether it goes on. */
const presentOrigin = ({ now }: Seat['case']): MediationView['prompts'] =>
  now.fromElsewhere ? [{ title: triageTexts.elsewhere, text: triageTexts.elsewhereText }] : []

/** What a guest can name in their request: what the two wrote to each other, as far as everybody elsewhere may see it. */
function presentNamable(ctx: Context, { isGuest, viewer }: Seat, cast: Cast | undefined): Partial<MediationView> {
  if (!isGuest || !cast) return {}
  const [me, most] = [viewer.accountId, limits.mediationPosts]
  const found = [...postsNaming(ctx.db, { me, by: cast.b, most }), ...postsNaming(ctx.db, { me: cast.b, by: me, most })]
  const ids = [...new Set(found.map(({ id }) => id))].sort((one, two) => two - one)
  return { quotable: presentQuotes(ctx, ids, [me]).filter(({ text }) => text !== null) }
}

/** What was asked for: whole for whoever asked, in parts for who has to decide or to mediate, never for the other side. */
export function presentIntakePart(ctx: Context, seat: Seat, cast: Cast | undefined): Partial<MediationView> {
  const { role, case: loaded } = seat
  const { now } = loaded
  if (role === 'coordinator' && now.state === 'invited') return { flagged: presentFlagged(ctx, seat) }
  const mediates = role === 'mediator' || (role === 'co_mediator' && (now.pair !== undefined || isThere(now.co)))
  const mayRead = role === 'a' || role === 'coordinator' || (mediates && now.pickedAt !== undefined)
  if (!mayRead) return {}
  const intake = present(readIntake(ctx, loaded))
  const hopes = intake.hopes ?? []
  if (role === 'coordinator') {
    const answer = readText(ctx, now.texts.answer)
    const told = answer ? { text: triageTexts.answered(answer) } : {}
    return {
      intake: forOthers(intake),
      hopes,
      flagged: presentFlagged(ctx, seat),
      prompts: [...presentOrigin(loaded), ...presentHistory(ctx, cast)],
      ...told,
    }
  }
  if (mediates) return { intake: forOthers(intake), hopes }
  if (now.state !== 'draft') return { intake, hopes, ...questionTo(ctx, seat) }
  return { intake: withScreening(ctx, seat, intake), hopes, ...presentNamable(ctx, seat, cast) }
}

const withScreening = (ctx: Context, { case: loaded }: Seat, intake: Partial<MediationIntake>) => ({
  ...intake,
  // a draft has as many answers as were given
  screening: readAnswers(ctx, loaded, 'a') as MediationIntake['screening'],
})

/** The team's question, for whoever asked for a mediator. */
function questionTo(ctx: Context, { role, case: { now } }: Seat): Partial<MediationView> {
  const question = role === 'a' && now.askedAt !== undefined ? readText(ctx, now.texts.question) : undefined
  return question ? { text: question } : {}
}
