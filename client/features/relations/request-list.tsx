import { useInfiniteQuery } from '@tanstack/solid-query'
import { For, Match, Show, Switch } from 'solid-js'
import type { Account } from '../../../shared/api/wire.ts'
import { queryClient } from '../../api/client.ts'
import { readPage } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { dropFromLists, type IdList, type IdPage, idPage, idsOf } from '../../api/pages.ts'
import { accountOf, keepAccounts } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { relations } from '../../locales/en/relations.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NotRead } from '../shell/not-read.tsx'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import { Words } from '../statuses/words.tsx'
import { nameOf } from './act.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import style from './request-list.module.css'

const t = texts(relations)

/** The people who asked to follow, each with the two words that answer. */
export function RequestList() {
  const query = useInfiniteQuery<IdPage, Error, IdList, readonly unknown[], string | undefined>(
    () => ({
      queryKey: keys.requests,
      queryFn: async ({ pageParam }) =>
        idPage(await readPage<Account>(pageParam ?? '/api/v1/follow_requests'), keepAccounts),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next,
      staleTime: 0,
    }),
    () => queryClient(),
  )
  const ids = () => (query.isPending ? [] : idsOf(query.data))
  return (
    <Switch>
      <Match when={query.isPending}>
        <Skeleton label={t('requestsLoading')} />
      </Match>
      <Match when={query.isError && query.error}>
        {(error) => <NotRead error={error()} what={t('notDone')} again={t('again')} onAgain={() => query.refetch()} />}
      </Match>
      <Match when={ids().length === 0}>
        <Empty title={t('noRequests')}>
          <p>{t('noRequestsText')}</p>
        </Empty>
      </Match>
      <Match when={true}>
        <ul class={style.list} aria-label={t('requestsList')}>
          <For each={ids()}>{(id) => <Request accountId={id} onAnswered={() => answered(id)} />}</For>
        </ul>
        <Show when={query.hasNextPage}>
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('moreRequests')}
          </Button>
        </Show>
      </Match>
    </Switch>
  )
}

/** Takes an answered request off the list, and the focus on to the next one. */
function answered(accountId: string): void {
  const row = document.activeElement?.closest('li')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  dropFromLists((id) => id === accountId, { queryKey: keys.requests })
  const goal = next?.querySelector('button') ?? document.querySelector<HTMLElement>('h1')
  if (goal instanceof HTMLHeadingElement) goal.tabIndex = -1
  goal?.focus()
}

function Request(props: { accountId: string; onAnswered: () => void }) {
  return (
    <Show when={accountOf(props.accountId)}>
      {(person) => (
        <li class={style.row}>
          <Avatar src={pictureOf(person())} name={person().display_name} handle={person().acct} />
          <div class={style.words}>
            <a class={style.name} href={profileHref(person())} dir="auto">
              <EmojiText text={nameOf(person().id)} emojis={person().emojis} />
            </a>
            <p class="hint">
              <bdi>@{person().acct}</bdi>
            </p>
            <Words html={person().note} emojis={person().emojis} />
          </div>
          <div class={style.act}>
            <AnswerButtons accountId={props.accountId} onAnswered={props.onAnswered} />
          </div>
        </li>
      )}
    </Show>
  )
}
