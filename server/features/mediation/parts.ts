import type { MediationView } from '../../../shared/api/mediation.ts'
import type { Context } from '../../context.ts'
import type { Cast } from './cast.ts'
import { presentExceptionsPart } from './exceptions/present.ts'
import { presentIntakePart } from './intake/present.ts'
import { presentInvitationPart } from './invitation/present.ts'
import { presentMatchingPart } from './matching/present.ts'
import { presentRoomPart } from './room/present.ts'
import type { Seat } from './seats.ts'

/** Adds to a case's view what it knows about; undefined cast: nobody can be named any more, or not yet. */
export type Part = (ctx: Context, seat: Seat, cast: Cast | undefined) => Partial<MediationView>

/** What adds to the view, in order; later ones win. */
const parts: readonly Part[] = [
  presentIntakePart,
  presentInvitationPart,
  presentMatchingPart,
  presentRoomPart,
  presentExceptionsPart,
]

/** Everything that the parts add to a case's view. */
export const presentOwnPart: Part = (ctx, seat, cast) =>
  Object.assign({}, ...parts.map((part) => part(ctx, seat, cast)))
