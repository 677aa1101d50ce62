import type { z } from 'zod'
import type { MediationAction, MediationField } from '../../../shared/api/mediation.ts'
import type { Context } from '../../context.ts'
import type { Seat } from './seats.ts'

/** A thing that can be done in a case, as data: what it asks for, how it is offered, and what it does. */
export type VerbDoor = {
  label: string
  hint: string
  /** The same for a guest, where it is not the same. */
  guestHint?: string
  weight: MediationAction['weight']
  form: z.ZodType
  /** What a form has to show to ask for it. */
  fields?(ctx: Context, seat: Seat): MediationField[]
  /** Whether it is offered, where that depends on more than the case's state. */
  offered?(ctx: Context, seat: Seat): boolean
  run(ctx: Context, seat: Seat, form: unknown): void
}

type Declared<F extends z.ZodType> = Omit<VerbDoor, 'form' | 'run'> & {
  form: F
  run(ctx: Context, seat: Seat, form: z.infer<F>): void
}

/** Declares a verb. Whether it is a move for who asks was checked before `run`. */
export const verb = <F extends z.ZodType>(door: Declared<F>): VerbDoor =>
  // the door reads the form by this very schema before it runs, which is what the narrower type says
  ({ ...door, run: door.run as VerbDoor['run'] })
