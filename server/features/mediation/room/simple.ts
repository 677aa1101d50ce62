import { z } from 'zod'
import { actionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { append } from '../cases.ts'
import { type VerbDoor, verb } from '../verb.ts'

type Name = Exclude<keyof typeof actionTexts, 'hold' | 'release'>

/** A verb that asks for nothing and does nothing but be noted: one tap. */
export const oneTap = (name: Name, offered?: VerbDoor['offered']): VerbDoor =>
  verb({
    ...actionTexts[name],
    form: z.object({}),
    offered,
    run: (ctx, seat) => void append(ctx, seat.case.id, seat.role, name),
  })
