import { createSignal, For, type JSX, Show } from 'solid-js'
import type { MutedThread } from '../../../shared/api/pauses.ts'
import type { Account } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { keepAccount } from '../../api/store.ts'
import { beside } from '../../lib/beside.ts'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { reasonOf } from '../../lib/reason.ts'
import { pauses } from '../../locales/en/pauses.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { relate } from '../relations/act.ts'
import { profileHref, statusHref } from '../statuses/address.ts'
import { Line, Part, Until } from './line.tsx'
import style from './pauses.module.css'

const t = texts(pauses)

/** Somebody whom one mutes, and until when. */
export type MutedPerson = Account & { mute_expires_at: string | null }

interface ListProps<T> {
  id: string
  title: string
  from: Listed<T>
  children: (item: T) => JSX.Element
}

/** A part of the page, where there is anything to stand in it. */
function PausedList<T>(props: ListProps<T>) {
  return (
    <Show when={props.from.items()?.length}>
      <Part id={props.id} title={props.title}>
        <ul class={style.list}>
          <For each={props.from.items()}>{(item) => props.children(item)}</For>
        </ul>
        <Show when={props.from.hasMore()}>
          <Button kind="quiet" busy={props.from.loading()} onClick={() => props.from.more()}>
            {t('more')}
          </Button>
        </Show>
      </Part>
    </Show>
  )
}

function EndButton(props: { of: string; words?: string | undefined; end: () => Promise<unknown> }) {
  const [busy, setBusy] = createSignal(false)
  const press = () => {
    if (busy()) return
    setBusy(true)
    props.end().finally(() => setBusy(false))
  }
  return (
    <Button
      busy={busy()}
      aria-label={props.words ? `${props.words}: ${props.of}` : t('endOf', props.of)}
      onClick={press}
    >
      {props.words ?? t('end')}
    </Button>
  )
}

/** The people whom one paused, or with `blocked` those whom one blocked, each with its end. */
export function PausedPeople(props: { list: Listed<MutedPerson>; blocked?: boolean }) {
  const end = async (person: MutedPerson) => {
    const goOn = beside()
    keepAccount(person)
    if (!(await relate(person.id, props.blocked ? 'unblock' : 'unmute'))) return
    props.list.change((items) => items.filter(({ id }) => id !== person.id))
    goOn()
  }
  return (
    <PausedList
      id={props.blocked ? 'blocked' : 'people'}
      title={props.blocked ? t('blocked') : t('people')}
      from={props.list}
    >
      {(person) => {
        const name = person.display_name || person.username
        return (
          <Line acts={<EndButton of={name} words={props.blocked ? t('unblock') : undefined} end={() => end(person)} />}>
            <p>
              <a class={style.name} href={profileHref(person)} dir="auto">
                {name}
              </a>{' '}
              <bdi class="hint">@{person.acct}</bdi>
            </p>
            <Show when={!props.blocked}>
              <Until at={person.mute_expires_at} />
            </Show>
          </Line>
        )
      }}
    </PausedList>
  )
}

function threadName({ status }: MutedThread): string {
  if (!status) return t('threadGone')
  return t('threadBy', status.account.display_name || status.account.username)
}

/** The conversations that one paused, each with its end. */
export function PausedThreads(props: { list: Listed<MutedThread> }) {
  const end = async ({ id }: MutedThread) => {
    const goOn = beside()
    try {
      await send('DELETE', `/api/community/v1/muted_threads/${id}`)
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
      return
    }
    props.list.change((items) => items.filter((item) => item.id !== id))
    toast(t('threadGoesOn'))
    goOn()
  }
  return (
    <PausedList id="threads" title={t('threads')} from={props.list}>
      {(thread) => (
        <Line acts={<EndButton of={threadName(thread)} end={() => end(thread)} />}>
          <p>
            <Show when={thread.status} fallback={<span class={style.name}>{threadName(thread)}</span>}>
              {(status) => (
                <a class={style.name} href={statusHref(status().account, status().id)} dir="auto">
                  {threadName(thread)}
                </a>
              )}
            </Show>
          </p>
          <Until at={thread.expires_at} />
        </Line>
      )}
    </PausedList>
  )
}
