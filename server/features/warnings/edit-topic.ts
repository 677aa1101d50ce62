import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { plainWords } from '../../../shared/warnings/match.ts'
import type { Context } from '../../context.ts'
import { type FieldErrors, invalidFields, notFound } from '../../core/errors.ts'
import { limits } from '../../limits.ts'
import type { NewTopicForm, TopicForm } from './forms.ts'
import { presentTopic } from './present.ts'
import { allTopics, insertTopic, placeTopic, type TopicRow, updateTopic } from './queries.ts'

/** Adds a topic at the end. Throws 422 for words that another topic has, and past the most topics. */
export function addTopic(ctx: Context, form: NewTopicForm): WarningTopic {
  return ctx.transact(() => {
    const topics = allTopics(ctx.db)
    const slug = plainWords(form.label).replaceAll(' ', '-')
    const offered = topics.filter((topic) => topic.retiredAt === null).length
    if (offered >= limits.warningTopicsOffered) {
      throw refuse('label', 'ERR_TOO_LONG', `A community can offer ${limits.warningTopicsOffered} topics at most.`)
    }
    if (topics.some((topic) => topic.slug === slug))
      throw refuse('label', 'ERR_TAKEN', 'There is a topic of that name.')
    const topic = { ...rowOf(form), slug, retiredAt: null }
    checkWords(topic, topics)
    insertTopic(ctx.db, { ...topic, position: topics.length })
    return presentTopic(topic)
  })
}

/** Changes a topic, retires it or brings it back. Posts keep it. Throws 404, and 422 for words that another has. */
export function changeTopic(ctx: Context, { slug, retired, position, ...form }: TopicForm): WarningTopic {
  return ctx.transact(() => {
    const topics = allTopics(ctx.db)
    const before = topics.find((topic) => topic.slug === slug)
    if (!before) throw notFound('There is no such topic.')
    const retiredAt = retired === undefined ? before.retiredAt : retired ? (before.retiredAt ?? ctx.now()) : null
    const topic = { ...before, ...rowOf({ ...presentTopic(before), ...form }), retiredAt }
    if (retiredAt === null) checkWords(topic, topics)
    updateTopic(ctx.db, topic)
    if (position !== undefined) move(ctx, slug, position)
    return presentTopic(topic)
  })
}

/** No longer offers a topic; posts and readers' choices keep it. */
export const retireTopic = (ctx: Context, slug: string): WarningTopic => changeTopic(ctx, { slug, retired: true })

const refuse = (field: string, error: string, description: string) =>
  invalidFields({ [field]: [{ error, description }] })

const rowOf = ({ label, kind, guidance, aliases, required_for, discreet }: NewTopicForm) => ({
  label,
  kind,
  guidance,
  aliases: JSON.stringify(apart(label, aliases)),
  requiredFor: required_for,
  discreet: discreet ? 1 : 0,
})

/** The other words for a topic, each once, and none that is its label. */
function apart(label: string, aliases: readonly string[]): string[] {
  const byKey = new Map(aliases.map((alias) => [plainWords(alias), alias]))
  byKey.delete(plainWords(label))
  return [...byKey.values()]
}

const wordsOf = ({ label, aliases }: WarningTopic) => [label, ...aliases].map(plainWords)

/** Each word belongs to one topic: a warning must not be of two by accident. */
function checkWords(row: TopicRow, rows: readonly TopicRow[]): void {
  const topic = presentTopic(row)
  const others = rows.filter((other) => other.slug !== row.slug && other.retiredAt === null).map(presentTopic)
  const ownerOf = (words: string) => others.find((other) => wordsOf(other).includes(plainWords(words)))
  const details: FieldErrors = {}
  for (const [field, given] of Object.entries({ label: [topic.label], aliases: topic.aliases })) {
    const taken = given.find((words) => ownerOf(words))
    if (taken === undefined) continue
    const description = `“${taken}” belongs to the topic “${ownerOf(taken)?.label}”.`
    details[field] = [{ error: 'ERR_TAKEN', description }]
  }
  if (Object.keys(details).length > 0) throw invalidFields(details)
}

/** Puts a topic at a place among those that are offered; the others keep their order. */
function move(ctx: Context, slug: string, position: number): void {
  const rows = allTopics(ctx.db)
  const others = rows.filter((topic) => topic.slug !== slug).map((topic) => topic.slug)
  for (const [place, one] of others.toSpliced(position, 0, slug).entries()) {
    placeTopic(ctx.db, { slug: one, position: place })
  }
}
