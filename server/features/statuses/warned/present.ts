import { z } from 'zod'
import { addedByModerators } from '../../../../shared/locales/en/added-warning.ts'
import type { StatusRow } from '../queries.ts'

const added = z.object({
  words: z.string(),
  topics: z.array(z.string()),
  rule: z.string().nullable(),
})

/** A post's warning as readers meet it. */
export type Warned = { text: string; topics: string[]; sensitive: boolean }

/**
 * The author's own warning, and beside it what moderators added, which says so. The author's words are never changed;
 * a post that moderators marked as sensitive without words has no warning because of that.
 */
export function warningOf(
  row: Pick<StatusRow, 'spoilerText' | 'warningTopics' | 'sensitive' | 'addedWarning'>,
): Warned {
  const own: string[] = JSON.parse(row.warningTopics)
  const plain = { text: row.spoilerText, topics: own, sensitive: row.sensitive === 1 }
  if (row.addedWarning === null) return plain
  const { words, topics, rule } = added.parse(JSON.parse(row.addedWarning))
  if (words === '') return { ...plain, sensitive: true }
  const mark = `${words} [${addedByModerators(rule === null ? undefined : rule.toUpperCase())}]`
  return {
    text: [row.spoilerText, mark].filter(Boolean).join(' · '),
    topics: [...new Set([...own, ...topics])],
    sensitive: true,
  }
}
