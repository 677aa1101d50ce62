import type { WarningChoices, WarningStats, WarningTopic } from '../../../shared/api/warnings.ts'
import { noChoices } from '../../../shared/warnings/decide.ts'
import type { Context } from '../../context.ts'
import { limits } from '../../limits.ts'
import {
  allTopics,
  defaultOf,
  mostUsedTopics,
  offeredTopics,
  peopleChoicesOf,
  type TopicRow,
  topicChoicesOf,
  warningCounts,
} from './queries.ts'

/** A topic as everybody reads it. */
export const presentTopic = ({ aliases, requiredFor, discreet, retiredAt, ...topic }: TopicRow): WarningTopic => ({
  ...topic,
  aliases: JSON.parse(aliases),
  required_for: requiredFor,
  discreet: discreet === 1,
  retired: retiredAt !== null,
})

/** The topics that are offered, or all that ever were, in the community's order. */
export const readTopics = (ctx: Context, { retired = false } = {}): WarningTopic[] =>
  (retired ? allTopics(ctx.db) : offeredTopics(ctx.db)).map(presentTopic)

/** How a member meets warnings. */
export function readChoices(ctx: Context, me: number): WarningChoices {
  const standard = defaultOf(ctx.db, { me })
  return {
    default: standard ? { text: standard.text, media: standard.media } : noChoices.default,
    topics: Object.fromEntries(topicChoicesOf(ctx.db, { me }).map(({ topic, ...choice }) => [topic, choice])),
    people: Object.fromEntries(peopleChoicesOf(ctx.db, { me }).map(({ targetId, text }) => [String(targetId), text])),
    suggest: standard ? standard.suggest === 1 : noChoices.suggest,
  }
}

/** How warnings are used here, in numbers that are kept as posts come and go. */
export function readWarningStats(ctx: Context): WarningStats {
  const kept = new Map(warningCounts(ctx.db).map(({ name, value }) => [name, value]))
  return {
    statuses: kept.get('open_statuses') ?? 0,
    warned: kept.get('warned_statuses') ?? 0,
    topics: mostUsedTopics(ctx.db, { most: limits.topTopics }),
  }
}
