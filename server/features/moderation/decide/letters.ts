import type { ActionKind } from '../../../../shared/api/moderation.ts'
import { decisionWords } from '../../../../shared/locales/en/decision-letter.ts'
import { formatDate } from '../../../../shared/text/figures.ts'

/** What a letter about a decision is made of; times in ms. */
export type LetterParts = {
  community: string
  name: string
  kind: ActionKind
  /** What else was decided in the same step. */
  beside: readonly ActionKind[]
  statement: string
  rule: string | undefined
  /** Whether one person did it, and a second one looks at it yet. */
  looked: boolean
  endsAt: number | null
  purgeAt: number | null
  appealUntil: number
  link: string
}

const untilEnded: readonly ActionKind[] = ['hide', 'freeze', 'limit', 'suspend']

function why({ statement, rule }: LetterParts): string {
  if (statement === '') return decisionWords.unsaid
  return `${rule === undefined ? decisionWords.whyAlone : decisionWords.why}\n\n${statement}`
}

function howLong({ kind, endsAt, purgeAt }: LetterParts): string {
  if (purgeAt !== null) return decisionWords.purge(formatDate(purgeAt))
  if (endsAt !== null) return decisionWords.until(formatDate(endsAt))
  return untilEnded.includes(kind) ? decisionWords.untilEnded : ''
}

const letterOf = (subject: string, parts: readonly (string | false)[]) => ({
  subject,
  text: `${parts.filter(Boolean).join('\n\n')}\n`,
})

/** Tells somebody what was decided about them, why, and how to object; it says nothing of who reported. */
export function decisionLetter(parts: LetterParts) {
  const { community, name, kind, beside, rule, looked, appealUntil, link } = parts
  return letterOf(decisionWords.subject(community), [
    decisionWords.hello(name),
    decisionWords.done[kind](community),
    beside.length > 0 && decisionWords.beside(beside.map((one) => decisionWords.done[one](community))),
    rule !== undefined && `${decisionWords.rule}\n\n${rule}`,
    why(parts),
    decisionWords.found,
    looked && decisionWords.looked,
    howLong(parts),
    `${decisionWords.appeal(formatDate(appealUntil))}\n\n${link}`,
    community,
  ])
}

/** What a letter about what came after a decision is made of; times in ms. */
export type AfterParts = {
  community: string
  name: string
  kind: keyof typeof decisionWords.named
  decidedAt: number
  /** Whether the account is open now, and where somebody logs in. */
  open: boolean
  door: string
  /** Whether it counts where a rule is broken again. */
  counts: boolean
}

const openOrNot = ({ open, door }: AfterParts) => (open ? decisionWords.after.open(door) : decisionWords.after.closed)

/** Tells somebody who was locked out that it is over, and why; `pending`: the report is not decided. */
export function overLetter(parts: AfterParts & { why: keyof typeof decisionWords.after.ended; pending: boolean }) {
  const { community, name, kind, decidedAt, open, counts, why: how, pending } = parts
  const words = decisionWords.after
  return letterOf(words.over(community, open), [
    decisionWords.hello(name),
    words.ended[how](decisionWords.named[kind], community, formatDate(decidedAt)),
    openOrNot(parts),
    counts ? words.counts : words.clean,
    pending && words.pending,
    community,
  ])
}

/** How an appeal was answered; `followUntil` (ms): until when something can be said to that. */
export type AnswerParts = {
  granted: boolean
  link: string
  endsAt: number | null
  purgeAt: number | null
  followUntil: number | undefined
}

/** Tells somebody who is locked out how their appeal was answered. */
export function answerLetter(parts: AfterParts, { granted, link, endsAt, purgeAt, followUntil }: AnswerParts) {
  const { community, name, kind, decidedAt } = parts
  const words = decisionWords.after
  const what = [decisionWords.named[kind], community, formatDate(decidedAt)] as const
  const stays = [
    followUntil === undefined ? words.last : words.follow(formatDate(followUntil)),
    purgeAt !== null && decisionWords.purge(formatDate(purgeAt)),
    endsAt !== null && decisionWords.until(formatDate(endsAt)),
  ]
  return letterOf(words.answered(community), [
    decisionWords.hello(name),
    granted ? words.granted(...what) : words.refused(...what),
    `${words.reasons}\n\n${link}`,
    ...(granted ? [openOrNot(parts), words.clean] : stays),
    community,
  ])
}
