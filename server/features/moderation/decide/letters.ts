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

/** What a letter about the end of a decision is made of; `link` leads to the answer to an appeal. */
export type AfterParts = { community: string; name: string; open: boolean; appeal?: { granted: boolean; link: string } }

/** Tells somebody who was locked out that it is over, or how their appeal was answered. */
export function afterLetter({ community, name, open, appeal }: AfterParts) {
  const words = decisionWords.after
  const came = appeal?.granted === false ? words.refused : appeal ? words.granted : words.ended
  const text = [
    decisionWords.hello(name),
    came(community),
    appeal && `${words.reasons}\n\n${appeal.link}`,
    appeal?.granted === false ? '' : words[open ? 'open' : 'closed'],
    community,
  ]
  const subject = appeal ? words.answered(community) : words.over(community)
  return { subject, text: `${text.filter(Boolean).join('\n\n')}\n` }
}
