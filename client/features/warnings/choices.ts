import type { Query } from '@tanstack/solid-query'
import type { TextChoice, WarningChanges, WarningChoice, WarningChoices } from '../../../shared/api/warnings.ts'
import { decide, noChoices } from '../../../shared/warnings/decide.ts'
import { queryClient } from '../../api/client.ts'
import { send } from '../../api/http.ts'
import { dropFromLists } from '../../api/pages.ts'
import { type StatusEntity, statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { warnings } from '../../locales/en/warnings.ts'
import { session, setSession } from '../../session/session.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(warnings)

/** How the person looking meets warnings; it came with the session. */
export const choices = (): WarningChoices => session()?.warnings ?? noChoices

/** What is done with a post behind its warning. */
export const choiceFor = (status: StatusEntity): TextChoice =>
  decide(
    {
      topics: status.warning_topics,
      authorId: status.account_id,
      own: status.account_id === session()?.account?.id,
    },
    choices(),
  ).text

/** What a word of a menu stands for: pictures are met like the words. */
export const meant: Readonly<Record<TextChoice | 'blur', WarningChoice>> = {
  open: { text: 'open', media: 'open' },
  blur: { text: 'open', media: 'blur' },
  fold: { text: 'fold', media: 'blur' },
  hide: { text: 'hide', media: 'hide' },
}

/** Changes what is named at once, and takes it back with a word if the server says no. True when it was done. */
export async function choose(changes: WarningChanges): Promise<boolean> {
  const before = choices()
  put(changed(before, changes))
  try {
    put(await send<WarningChoices>('PUT', '/api/community/v1/warnings/choices', changes))
    tidy(before)
    return true
  } catch (error) {
    put(before)
    toast(`${t('notKept')} ${reasonOf(error)}`)
    return false
  }
}

/** Does it, says so, and offers the way back. */
export async function chooseAloud(changes: WarningChanges, said: string): Promise<void> {
  const back = wayBack(choices(), changes)
  if (await choose(changes)) toast(said, { words: t('undo'), run: () => choose(back) })
}

const put = (now: WarningChoices) => setSession((known) => known && { ...known, warnings: now })

/** Choices with some of them changed. */
export function changed(now: WarningChoices, { topics, people, ...rest }: WarningChanges): WarningChoices {
  return { ...now, ...rest, topics: merged(now.topics, topics), people: merged(now.people, people) }
}

/** The changes that lead back to `now` from what it becomes by `changes`. */
export function wayBack(now: WarningChoices, changes: WarningChanges): WarningChanges {
  const before = <T>(known: Record<string, T>, named: object = {}) =>
    Object.fromEntries(Object.keys(named).map((key) => [key, known[key] ?? null]))
  return {
    ...(changes.default && { default: now.default }),
    ...(changes.suggest !== undefined && { suggest: now.suggest }),
    topics: before(now.topics, changes.topics),
    people: before(now.people, changes.people),
  }
}

function merged<T>(now: Record<string, T>, by: Record<string, T | null> = {}): Record<string, T> {
  const next = new Map(Object.entries(now))
  for (const [key, value] of Object.entries(by)) {
    if (value === null) next.delete(key)
    else next.set(key, value)
  }
  return Object.fromEntries(next)
}

/** A profile keeps what is hidden, folded: whoever goes there asks for the person. */
const leavesOut = { queryKey: ['posts'], predicate: (query: Query) => query.queryKey[1] !== 'profile' }

const hiddenOf = (now: WarningChoices): string[] =>
  Object.entries({ ...now.topics, '': now.default }).flatMap(([slug, choice]) => (choice.text === 'hide' ? [slug] : []))

/** Takes what is hidden now out of the lists at hand, and has them read again where something comes back. */
function tidy(before: WarningChoices): void {
  const hidden = hiddenOf(choices())
  dropFromLists((id) => {
    const status = statusOf(id)
    return status !== undefined && status.spoiler_text !== '' && choiceFor(status) === 'hide'
  }, leavesOut)
  if (hiddenOf(before).some((slug) => !hidden.includes(slug))) queryClient().invalidateQueries(leavesOut)
}
