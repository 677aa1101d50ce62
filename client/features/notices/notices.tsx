import { For, Show } from 'solid-js'
import type { Notice } from '../../../shared/api/notices.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { reasonOf } from '../../lib/reason.ts'
import { notices } from '../../locales/en/notices.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import style from './notices.module.css'
import { countNotices } from './unread.ts'

const t = texts(notices)

/** What the community says to one and was not put away, above all that people did. Nothing when there is nothing. */
export function Notices() {
  const list = listed<Notice>(() => '/api/community/v1/notices?unread=true')
  return (
    <Show when={list.items()?.length}>
      <section aria-label={t('label')}>
        <ul class={style.list}>
          <For each={list.items()}>{(notice) => <Line notice={notice} list={list} />}</For>
        </ul>
        <Show when={list.hasMore()}>
          <Button kind="quiet" busy={list.loading()} onClick={() => list.more()}>
            {t('more')}
          </Button>
        </Show>
      </section>
    </Show>
  )
}

function Line(props: { notice: Notice; list: Listed<Notice> }) {
  const words = () => t('kinds')[props.notice.kind]
  const putAway = async () => {
    const row = document.activeElement?.closest('li')
    const next = (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector('button')
    try {
      await markRead(props.notice)
      props.list.change((items) => items.filter((item) => item.id !== props.notice.id))
      const goal = next ?? document.querySelector<HTMLElement>('main')
      goal?.focus()
    } catch (error) {
      toast(`${t('notDone')} ${reasonOf(error)}`)
    }
  }
  return (
    <li>
      <Slip tone="info">
        <p>
          <b>{words().title}</b> {words().text}
        </p>
        <p class="hint">
          <Time at={props.notice.created_at} />
        </p>
        <p class="row">
          <ButtonLink href={props.notice.link} onClick={() => markRead(props.notice).catch(() => undefined)}>
            {words().open}
          </ButtonLink>
          <Button kind="quiet" aria-label={t('putAwayOne', words().title)} onClick={putAway}>
            {t('putAway')}
          </Button>
        </p>
      </Slip>
    </li>
  )
}

/** Marks a notice as read, on every device. */
async function markRead({ id }: Notice): Promise<void> {
  await send('POST', `/api/community/v1/notices/${id}/read`)
  countNotices()
}
