import type { MediaChoice, TextChoice, WarningChoice, WarningChoices } from '../api/warnings.ts'

/** What everybody has who chose nothing: words folded, pictures blurred. */
export const noChoices: WarningChoices = {
  default: { text: 'fold', media: 'blur' },
  topics: {},
  people: {},
  suggest: true,
}

/** As much of a post with a warning as the choice depends on. */
export interface Warned {
  /** Slugs of the topics that its warning is of. */
  topics: readonly string[]
  authorId: string
  /** Whether the reader wrote it: nobody hides from themselves. */
  own: boolean
}

const texts: readonly TextChoice[] = ['open', 'fold', 'hide']
const medias: readonly MediaChoice[] = ['open', 'blur', 'hide']

const stricter = <T>(order: readonly T[], one: T, other: T): T =>
  order.indexOf(one) > order.indexOf(other) ? one : other

/**
 * How a reader meets a post with a warning. Of several topics the strictest choice counts; one without a choice, or a
 * warning without a topic, has the default. A choice for the author opens or folds what is not hidden.
 */
export function decide({ topics, authorId, own }: Warned, choices: WarningChoices): WarningChoice {
  const each = topics.map((slug) => choices.topics[slug] ?? choices.default)
  const strictest = (each.length > 0 ? each : [choices.default]).reduce((a, b) => ({
    text: stricter(texts, a.text, b.text),
    media: stricter(medias, a.media, b.media),
  }))
  const wish = choices.people[authorId]
  if (own) return { text: strictest.text === 'hide' ? 'fold' : strictest.text, media: 'open' }
  if (wish === undefined || strictest.text === 'hide') return strictest
  const media = wish === 'fold' ? stricter(medias, strictest.media, 'blur') : 'open'
  return { text: wish, media: strictest.media === 'hide' ? 'hide' : media }
}
