import type { MediationCandidate, MediationView } from '../../../../shared/api/mediation.ts'
import { isParty, type Party } from '../../../../shared/mediation/case.ts'
import type { Context } from '../../../context.ts'
import { presentPeople } from '../people.ts'
import type { Seat } from '../seats.ts'
import { readWords } from './mediators.ts'
import { profilesIn } from './queries.ts'
import { type Candidate, readBallot, readCandidates } from './texts.ts'

function discloseTo(party: Party, { disclosures }: Candidate): string[] {
  return disclosures.map((told) => {
    if (told === 'mediated_before') return 'Has mediated for one of you before'
    return told === `follows_${party}`
      ? 'Follows you, and not the other person'
      : 'Follows the other person, and not you'
  })
}

/** Who could mediate, as one side sees them: with what there is to know, and the marks that are theirs alone. */
export function presentMatchingPart(ctx: Context, { case: loaded, role }: Seat): Partial<MediationView> {
  if (!isParty(role) || loaded.now.state !== 'matching' || loaded.now.pickedAt !== undefined) return {}
  const { offered } = readCandidates(ctx, loaded)
  const ids = offered.map(({ id }) => id)
  const people = presentPeople(ctx, ids)
  const profiles = new Map(profilesIn(ctx.db, { ids: JSON.stringify(ids) }).map((row) => [row.accountId, row]))
  const marked = loaded.now.voted[role] ? readBallot(ctx, loaded, role) : []
  const candidates = offered.flatMap((one): MediationCandidate[] => {
    const [person, profile] = [people.get(one.id), profiles.get(one.id)]
    if (!person) return []
    return [
      {
        ...person,
        languages: profile ? readWords(profile.languages) : [],
        hours: profile ? readWords(profile.hours) : [],
        approach: profile?.approach ?? '',
        trainee: profile?.trainee === 1,
        comrade: one.comrade,
        disclosures: discloseTo(role, one),
        marked: marked.includes(one.id),
      },
    ]
  })
  return { candidates }
}
