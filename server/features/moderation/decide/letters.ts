import type { ActionKind } from '../../../../shared/api/moderation.ts'
import { decisionWords } from '../../../../shared/locales/en/decision-letter.ts'
import { formatDate } from '../../../../shared/text/figures.ts'

/** What a letter about a decision is made of; times in ms. */
export type LetterParts = {
  community: string
  name: string
  kind: ActionKind
  statement: string
  rule: string | undefined
  endsAt: number | null
  purgeAt: number | null
  appealUntil: number
  link: string
}

/** Tells somebody what was decided about them, why, and how to object; it says nothing of who reported. */
export function decisionLetter(parts: LetterParts) {
  const { community, name, kind, statement, rule, endsAt, purgeAt, appealUntil, link } = parts
  const text = [
    decisionWords.hello(name),
    decisionWords.done[kind](community),
    rule === undefined ? '' : `${decisionWords.rule}\n\n${rule}`,
    `${decisionWords.why}\n\n${statement}`,
    decisionWords.found,
    endsAt === null ? '' : decisionWords.until(formatDate(endsAt)),
    purgeAt === null ? '' : decisionWords.purge(formatDate(purgeAt)),
    `${decisionWords.appeal(formatDate(appealUntil))}\n\n${link}`,
    community,
  ]
  return { subject: decisionWords.subject(community), text: `${text.filter(Boolean).join('\n\n')}\n` }
}
