import { z } from 'zod'
import { actionTexts, optionTexts } from '../../../../shared/locales/en/mediation-actions.ts'
import { flag } from '../../../http/forms.ts'
import { limits } from '../../../limits.ts'
import { append } from '../cases.ts'
import { putException } from '../exceptions/ask.ts'
import { tellTeam } from '../team.ts'
import { verb } from '../verb.ts'
import { choiceField, textField, tickField } from './fields.ts'
import { readText } from './post.ts'

/** Danger to a life: the mediator writes a few facts, and two coordinators decide whether moderators get them. */
const raiseDanger = verb({
  ...actionTexts.raise_danger,
  form: z.object({
    facts: z.string().max(limits.mediationLine),
    party: z.enum(['a', 'b', 'other']),
    tell: flag.default(false),
  }),
  fields: () => [
    textField('facts', limits.mediationLine),
    choiceField('party', { ...optionTexts.party, other: optionTexts.somebodyElse }),
    tickField('tell', false),
  ],
  run(ctx, seat, form) {
    const reason = readText(form.facts, 'facts')
    const { accountId: by } = seat.viewer
    ctx.transact(() => {
      append(ctx, seat.case.id, seat.role, 'raise_danger')
      const { party, tell } = form
      putException(ctx, 'danger', seat.case.id, { reason, by, agreed: [], silent: !tell, party, tell, reads: [] })
      tellTeam(ctx, 'coordinator', (id) => id === by)
    })
  },
})

/** What a mediator does when they fear for somebody. */
export const dangerVerbs = { raise_danger: raiseDanger }
