import type { WarningChoices } from '../../../shared/api/warnings.ts'
import type { Context } from '../../context.ts'
import { invalidFields } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { Viewer } from '../../policies/viewer.ts'
import { accountsByIds } from '../accounts/queries.ts'
import type { ChoicesForm } from './forms.ts'
import { readChoices } from './present.ts'
import {
  allTopics,
  dropPersonChoice,
  dropTopicChoice,
  peopleChoicesOf,
  putDefault,
  putPersonChoice,
  putTopicChoice,
} from './queries.ts'

/** Changes how a member meets warnings, all that is named or nothing. Throws 422 for unknown topics and people. */
export function choose(ctx: Context, { accountId: me }: Viewer, form: ChoicesForm): WarningChoices {
  return ctx.transact(() => {
    checkTopics(ctx, Object.keys(form.topics))
    checkPeople(ctx, me, form.people)
    const before = readChoices(ctx, me)
    if (form.default || form.suggest !== undefined) {
      putDefault(ctx.db, { me, ...(form.default ?? before.default), suggest: (form.suggest ?? before.suggest) ? 1 : 0 })
    }
    for (const [topic, choice] of Object.entries(form.topics)) {
      if (choice) putTopicChoice(ctx.db, { me, topic, ...choice })
      else dropTopicChoice(ctx.db, { me, topic })
    }
    for (const [id, text] of Object.entries(form.people)) {
      if (text) putPersonChoice(ctx.db, { me, targetId: Number(id), text })
      else dropPersonChoice(ctx.db, { me, targetId: Number(id) })
    }
    return readChoices(ctx, me)
  })
}

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

function checkTopics(ctx: Context, slugs: readonly string[]): void {
  const known = new Set(allTopics(ctx.db).map((topic) => topic.slug))
  const strange = slugs.find((slug) => !known.has(slug))
  if (strange === undefined) return
  throw refuse('topics', 'ERR_INCLUSION', 'This community has no such topic for a content warning.')
}

function checkPeople(ctx: Context, me: number, people: ChoicesForm['people']): void {
  const wanted = Object.keys(people).filter((id) => people[id])
  const ids = wanted.map(Number)
  const known = new Set(accountsByIds(ctx.db, { ids: JSON.stringify(ids) }).map((account) => account.id))
  if (ids.some((id) => !known.has(id) || id === me)) {
    throw refuse('people', 'ERR_INCLUSION', 'Only people whom this server knows, and not yourself, can be chosen.')
  }
  const after = new Set([...peopleChoicesOf(ctx.db, { me }).map((row) => String(row.targetId)), ...wanted])
  if (wanted.length > 0 && after.size > limits.warningPeople) {
    throw refuse('people', 'ERR_TOO_LONG', `A choice can be kept for ${limits.warningPeople} people at most.`)
  }
}
