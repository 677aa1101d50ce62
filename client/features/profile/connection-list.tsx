import { createEffect, For, Show } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { listed } from '../../lib/listed.ts'
import { relations } from '../../locales/en/relations.ts'
import { isMember, session } from '../../session/session.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { Empty } from '../../ui/empty.tsx'
import { nameOf } from '../relations/act.ts'
import { FollowButton } from '../relations/follow-button.tsx'
import { knowRelations } from '../relations/known.ts'
import { Waiting } from '../shell/waiting.tsx'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import style from './connection-list.module.css'

const t = texts(relations)

/** People around somebody, each with the way to follow them. */
export function ConnectionList(props: { path: string; label: string }) {
  const people = listed<Account>(() => props.path)
  createEffect(() => {
    const found = people.items() ?? []
    keepAccounts([...found])
    knowRelations(found.map(({ id }) => id)).catch(() => undefined)
  })
  return (
    <Show when={people.items() && !people.error()} fallback={<Waiting label={t('requestsLoading')} from={people} />}>
      <Show
        when={people.items()?.length}
        fallback={
          <Empty title={t('noPeople')}>
            <p>{t('noPeopleText')}</p>
          </Empty>
        }
      >
        <ul class={style.list} aria-label={props.label}>
          <For each={people.items()}>{(person) => <Person account={person} />}</For>
        </ul>
        <Show when={people.hasMore()}>
          <Button busy={people.loading()} onClick={() => people.more()}>
            {t('moreRequests')}
          </Button>
        </Show>
      </Show>
    </Show>
  )
}

function Person(props: { account: Account }) {
  const other = () => isMember() && props.account.id !== session()?.account?.id
  return (
    <li>
      <Avatar src={pictureOf(props.account)} name={props.account.display_name} handle={props.account.acct} />
      <div class={style.who}>
        <a class={style.name} href={profileHref(props.account)} dir="auto">
          <EmojiText text={nameOf(props.account.id) || props.account.username} emojis={props.account.emojis} />
        </a>
        <p class="hint">
          <bdi>@{props.account.acct}</bdi>
        </p>
      </div>
      <Show when={other()}>
        <FollowButton accountId={props.account.id} kind="plain" />
      </Show>
    </li>
  )
}
