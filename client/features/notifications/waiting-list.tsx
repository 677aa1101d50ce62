import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { NotificationRequest } from '../../../shared/api/notifications.ts'
import { queryClient } from '../../api/client.ts'
import { readPage, send } from '../../api/http.ts'
import { keys } from '../../api/keys.ts'
import { keepAccount, keepStatuses } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reasonOf } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { inbox } from '../../locales/en/inbox.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { nameOf } from '../relations/act.ts'
import { knowRelations } from '../relations/known.ts'
import { menuAbout } from '../relations/menu.ts'
import style from '../relations/request-list.module.css'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { profileHref } from '../statuses/address.ts'
import { pictureOf } from '../statuses/picture.ts'
import { Post } from '../statuses/post.tsx'

const t = texts(inbox)

const PATH = '/api/v1/notifications/requests'

type End = 'accept' | 'dismiss'

async function readWaiting(path: string) {
  const page = await readPage<NotificationRequest>(path)
  for (const { account, last_status: last } of page.items) {
    keepAccount(account)
    if (last) keepStatuses([last])
  }
  await knowRelations(page.items.map(({ account }) => account.id)).catch(() => undefined)
  return page
}

/** Everybody whose word waits, each with what they sent last and the two words that answer. */
export function WaitingList() {
  const page = loaded(
    () => undefined,
    () => readWaiting(PATH),
  )
  const more = submitting(async () => {
    const now = page.value()
    if (!now?.next) return
    const next = await readWaiting(now.next)
    page.set({ ...next, items: [...now.items, ...next.items] })
  })
  const end = async (ids: readonly string[], how: End, done: string) => {
    try {
      await send('POST', `${PATH}/${how}`, { id: ids })
      // what waited stands in the midst of the inbox now
      if (how === 'accept') queryClient().removeQueries({ queryKey: keys.inbox })
      if (done) toast(done)
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
    page.reload()
  }
  return (
    <Show when={page.value()} fallback={<Waiting label={t('waitingLoading')} from={page} />}>
      {(now) => (
        <Switch>
          <Match when={now().items.length === 0}>
            <Empty title={t('nobodyWaits')}>
              <p>{t('nobodyWaitsText')}</p>
            </Empty>
          </Match>
          <Match when={true}>
            <ul class={style.list} aria-label={t('waitingList')}>
              <For each={now().items}>
                {(request) => <Request request={request} onEnd={(how, done) => end([request.id], how, done)} />}
              </For>
            </ul>
            <Failed error={more.error()} what={t('notDone')} />
            <p class="row">
              <Show when={now().next}>
                <Button busy={more.busy()} onClick={() => more.run()}>
                  {t('waitingMore')}
                </Button>
              </Show>
              <Show when={now().items.length > 1}>
                <AllAtOnce
                  onEnd={(how) =>
                    end(
                      now().items.map(({ id }) => id),
                      how,
                      '',
                    )
                  }
                />
              </Show>
            </p>
          </Match>
        </Switch>
      )}
    </Show>
  )
}

function AllAtOnce(props: { onEnd: (how: End) => Promise<void> }) {
  return (
    <>
      <Button kind="quiet" onClick={() => props.onEnd('accept')}>
        {t('letAllIn')}
      </Button>
      <Button kind="quiet" onClick={() => props.onEnd('dismiss')}>
        {t('putAllAway')}
      </Button>
    </>
  )
}

function Request(props: { request: NotificationRequest; onEnd: (how: End, done: string) => Promise<void> }) {
  const [busy, setBusy] = createSignal<End>()
  const account = () => props.request.account
  const name = () => nameOf(account().id)
  const end = (how: End, done: string) => {
    setBusy(how)
    props.onEnd(how, done).finally(() => setBusy(undefined))
  }
  return (
    <li>
      <div class={style.row}>
        <Avatar src={pictureOf(account())} name={account().display_name} handle={account().acct} />
        <div class={style.words}>
          <a class={style.name} href={profileHref(account())} dir="auto">
            {name()}
          </a>
          <p class="hint">
            <bdi>@{account().acct}</bdi>, {t('sent', props.request.notifications_count)},{' '}
            <Time at={props.request.updated_at} />
          </p>
        </div>
        <div class={`${style.act} row`}>
          <Button
            busy={busy() === 'accept'}
            aria-label={t('letInName', name())}
            onClick={() => end('accept', t('letInDone', name()))}
          >
            {t('letIn')}
          </Button>
          <Button
            kind="quiet"
            busy={busy() === 'dismiss'}
            aria-label={t('putAwayName', name())}
            onClick={() => end('dismiss', t('putAwayDone'))}
          >
            {t('putAway')}
          </Button>
          <Menu kind="quiet" label={t('moreAbout', name())} items={menuAbout(account().id)}>
            {t('more')}
          </Menu>
        </div>
      </div>
      <Show when={props.request.last_status}>{(last) => <Post id={last().id} first dated />}</Show>
    </li>
  )
}
