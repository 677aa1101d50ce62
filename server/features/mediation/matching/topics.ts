import { matchTopics, piecesOf, plainWords } from '../../../../shared/warnings/match.ts'
import type { Context } from '../../../context.ts'
import { statusesByIds } from '../../statuses/queries.ts'
import { readTopics } from '../../warnings/present.ts'
import type { StoredIntake } from '../intake/form.ts'

/** What a case is about, as far as its warnings say: words, and topics of the community. */
type About = { words: string; topics: ReadonlySet<string> }

/** Reads what a case is about: from what the mediator is to be warned of, and from the warnings of its posts. */
function aboutOf(ctx: Context, { warnings = '', status_ids: ids = [] }: StoredIntake): About {
  const posts = statusesByIds(ctx.db, { ids: JSON.stringify(ids) })
  const lines = [warnings, ...posts.map(({ spoilerText }) => spoilerText)]
  const known = readTopics(ctx)
  const topics = posts.flatMap(({ warningTopics }): string[] => JSON.parse(warningTopics))
  return {
    words: ` ${lines.map(plainWords).join(' ')} `,
    topics: new Set([...topics, ...lines.flatMap((line) => matchTopics(line, known))]),
  }
}

/** Tells of a line of topics that a mediator does not take whether the case is about one of them. */
export function topicRefusal(ctx: Context, intake: StoredIntake): (notTaken: string) => boolean {
  const about = aboutOf(ctx, intake)
  const known = readTopics(ctx)
  return (notTaken) =>
    piecesOf(notTaken).some(
      (piece) =>
        about.words.includes(` ${plainWords(piece)} `) ||
        matchTopics(piece, known).some((slug) => about.topics.has(slug)),
    )
}
