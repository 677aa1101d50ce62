import type { TextChoice, WarningChanges } from '../../../shared/api/warnings.ts'
import { accountOf, type StatusEntity } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { warnings } from '../../locales/en/warnings.ts'
import { session } from '../../session/session.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { choices, chooseAloud, meant } from '../warnings/choices.ts'
import { labelOf } from '../warnings/topics.ts'
import { focusOn, neighbourOf } from './focus.ts'
import { forgetByHand, openThread } from './folds.ts'

const t = texts(warnings)

const ORDER: readonly TextChoice[] = ['open', 'fold', 'hide']

/** Beside a folded post: what to do from now on with warnings like this one, and in this thread. */
export function FoldMenu(props: { status: StatusEntity; class?: string | undefined }) {
  return (
    <Menu kind="quiet" class={props.class} label={t('menu', props.status.spoiler_text)} items={itemsOf(props.status)}>
      {t('choices')}
    </Menu>
  )
}

function itemsOf(status: StatusEntity): MenuItem[] {
  return [
    ...status.warning_topics.flatMap((slug) => aboutTopic(status, slug)),
    ...(status.warning_topics.length === 0 ? aboutOthers(status) : []),
    ...aboutPerson(status),
    ...aboutThread(status),
    { label: t('all'), href: '/settings/warnings', apart: true },
  ]
}

/** Keeps a choice. Where the post leaves the list by it, the focus goes to the next one. */
async function keep(statusId: string, changes: WarningChanges, said: string): Promise<void> {
  const next = neighbourOf(statusId)
  forgetByHand()
  await chooseAloud(changes, said)
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusOn(next)
  })
}

/** What is not so already can be chosen. */
function always(
  { id }: StatusEntity,
  now: TextChoice,
  what: string,
  changes: (to: TextChoice) => WarningChanges,
): MenuItem[] {
  return ORDER.filter((to) => to !== now).map((to) => ({
    label: t('always')[to](what),
    onSelect: () => keep(id, changes(to), t('kept')[to](what)),
  }))
}

function aboutTopic(status: StatusEntity, slug: string): MenuItem[] {
  const now = choices().topics[slug] ?? choices().default
  return always(status, now.text, labelOf(slug), (to) => ({ topics: { [slug]: meant[to] } }))
}

const aboutOthers = (status: StatusEntity): MenuItem[] =>
  always(status, choices().default.text, t('general'), (to) => ({ default: meant[to] }))

function aboutPerson({ id: statusId, account_id: id }: StatusEntity): MenuItem[] {
  const person = accountOf(id)
  if (!person || id === session()?.account?.id) return []
  const name = `@${person.acct}`
  const now = choices().people[id]
  const to = (text: 'open' | 'fold' | null) => ({ people: { [id]: text } })
  return [
    ...(now === 'open'
      ? []
      : [{ label: t('personOpen', name), onSelect: () => keep(statusId, to('open'), t('keptOpen', name)) }]),
    ...(now === 'fold'
      ? []
      : [{ label: t('personFold', name), onSelect: () => keep(statusId, to('fold'), t('keptFold', name)) }]),
    ...(now ? [{ label: t('personNone', name), onSelect: () => keep(statusId, to(null), t('keptNone', name)) }] : []),
  ].map((item, n) => ({ ...item, apart: n === 0 }))
}

function aboutThread(status: StatusEntity): MenuItem[] {
  const open = (what: string, said: string) => () => {
    const back = openThread(status.thread_id, what)
    forgetByHand()
    toast(said, { words: t('undo'), run: back })
  }
  return [
    ...status.warning_topics.map((slug) => ({
      label: t('threadTopic', labelOf(slug)),
      onSelect: open(slug, t('openedTopic', labelOf(slug))),
    })),
    { label: t('threadAll'), onSelect: open('all', t('openedAll')) },
  ].map((item, n) => ({ ...item, apart: n === 0 }))
}
