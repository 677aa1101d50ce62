import type { Preview } from '../../../../shared/api/moderation-team.ts'
import { decisionWords } from '../../../../shared/locales/en/decision-letter.ts'
import type { Context } from '../../../context.ts'
import { DAY } from '../../../core/clock.ts'
import { limits } from '../../../limits.ts'
import type { Viewer } from '../../../policies/viewer.ts'
import { readSettings } from '../../settings/queries.ts'
import { findCase } from '../cases/claim.ts'
import { ruleThen } from '../rules/present.ts'
import { checkSuggestion, needsTwo, ruleOf } from './check.ts'
import type { DecisionForm } from './form.ts'
import { decisionLetter } from './letters.ts'
import { actionsOfCase } from './queries.ts'
import { isOutcome, outcomeOf } from './settle.ts'
import { byWeight } from './steps.ts'
import { looked } from './take.ts'

/** What each person would read of a decision, with nothing done. Throws 404, 422. */
export function preview(ctx: Context, viewer: Viewer, { id, ...form }: DecisionForm & { id: number }): Preview {
  const row = findCase(ctx, viewer, id)
  const rule = ruleOf(ctx, form)
  checkSuggestion(ctx, row, form)
  const quoted = rule && ruleThen(ctx, rule)
  const before = actionsOfCase(ctx.db, { caseId: id }).filter(isOutcome)
  const now = ctx.now()
  const [kind, ...beside] = byWeight([...new Set(form.actions.map((action) => action.kind))])
  const days = form.actions.find((action) => action.kind === kind)?.days
  const letter =
    kind &&
    decisionLetter({
      community: readSettings(ctx.db).name,
      name: row.targetName,
      ...{ kind, beside },
      statement: form.statement,
      rule: quoted && `${quoted.number} (version ${quoted.version}): ${quoted.text}`,
      looked: looked.includes(kind) && !needsTwo(ctx, row, form.actions),
      endsAt: days === undefined ? null : now + days * DAY,
      purgeAt: kind === 'remove' ? now + limits.purgeAfter : null,
      appealUntil: now + limits.appealWithin,
      link: `${ctx.config.publicUrl}/appeal#…`,
    })
  return {
    person: letter ? letter.text : null,
    reporters: [
      decisionWords.outcomes[outcomeOf([...before, ...form.actions].map(({ kind }) => kind))],
      ...(form.suggest_mediator ? [decisionWords.suggested, `(${decisionWords.suggestedLink})`] : []),
    ].join(' '),
  }
}
