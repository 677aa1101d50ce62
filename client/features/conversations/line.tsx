import { Show } from 'solid-js'
import type { Account, Conversation, Status } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { conversations } from '../../locales/en/conversations.ts'
import { session, warningWord } from '../../session/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Time } from '../../ui/time.tsx'
import { statusHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import { plainWords } from '../statuses/plain.ts'
import style from './talks.module.css'

const t = texts(conversations)

const nameOf = (account: Account) => account.display_name || account.username

/** The beginning of the last post; its warning alone where it has one, or where a filter found it. */
function beginningOf({ spoiler_text: warning, content, media_attachments: media, filtered }: Status): string {
  if (warning !== '') return `${warningWord()}: ${warning}`
  const [found] = filtered ?? []
  if (found) return found.filter.title
  return plainWords(content) || t('pictures', media.length)
}

interface LineProps {
  talk: Conversation
  onMark: () => void
  onRemove: () => void
}

/** One private conversation: with whom, how it stands, and how its last post begins. */
export function Line(props: LineProps) {
  const others = () => props.talk.accounts.filter(({ id }) => id !== session()?.account?.id)
  const names = () => others().map(nameOf).join(', ')
  const first = () => others()[0] ?? props.talk.accounts[0]
  return (
    <li class={style.line} data-unread={props.talk.unread ? '' : undefined}>
      <Show when={first()}>
        {(person) => <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />}
      </Show>
      <div class={style.words}>
        <Show when={props.talk.last_status}>
          {(last) => (
            <>
              <p>
                <a class={style.name} href={statusHref(last().account, last().id)} dir="auto">
                  {names() === '' ? t('alone') : t('with', names())}
                </a>{' '}
                <Show when={props.talk.unread}>
                  <Badge tone="info">{t('unread')}</Badge>
                </Show>
              </p>
              <p class={style.last} dir="auto">
                {beginningOf(last())}
              </p>
              <p class="hint">
                <Time at={last().created_at} />
              </p>
            </>
          )}
        </Show>
      </div>
      <Menu
        kind="quiet"
        label={t('moreAbout', names())}
        items={[
          { label: props.talk.unread ? t('markRead') : t('markUnread'), onSelect: () => props.onMark() },
          { label: t('remove'), hint: t('removeHint'), apart: true, onSelect: () => props.onRemove() },
        ]}
      >
        {t('more')}
      </Menu>
    </li>
  )
}
