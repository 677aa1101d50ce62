import { For, Show } from 'solid-js'
import type { Brought, BroughtPictures } from '../../../../shared/api/elsewhere.ts'
import { formatDay } from '../../../../shared/text/figures.ts'
import { texts } from '../../../lib/i18n.ts'
import { comingAndGoing } from '../../../locales/en/coming-and-going.ts'
import { Button } from '../../../ui/button.tsx'
import style from '../../moving/moving.module.css'
import type { Told } from './bring.ts'

const t = texts(comingAndGoing)
const WHY = ['boosts', 'answers', 'for_few', 'unreadable'] as const

function Line(props: { text: string; done: number; total: number }) {
  return (
    <p>
      {props.text}
      <progress class={style.far} max={props.total || 1} value={props.done} aria-hidden="true" />
    </p>
  )
}

/** How far it is, while it is under way. */
export function Far(props: { told: Told }) {
  const wanted = ({ waiting, came, failed }: NonNullable<Told['pictures']>) => waiting + came + failed
  return (
    <div class="stack-s">
      <p class="hint" role="status">
        {t('archiveStay')}
      </p>
      <Show when={props.told.posts}>
        {(now) => <Line text={t('archivePosts', now().done, now().total)} {...now()} />}
      </Show>
      <Show when={props.told.pictures}>
        {(now) => (
          <Line text={t('archivePictures', now().came, wanted(now()))} done={now().came} total={wanted(now())} />
        )}
      </Show>
    </div>
  )
}

/** What came of it, and what stays in the archive, and why. */
export function CameOf(props: { brought: Brought }) {
  const left = () => WHY.filter((why) => props.brought.left_out[why] > 0)
  return (
    <div class="stack-s">
      <p>
        <b>{t('archiveCame', props.brought.came, props.brought.known)}</b>
      </p>
      <Show when={left().length > 0}>
        <p>{t('archiveLeft')}</p>
        <ul>
          <For each={left()}>{(why) => <li>{t('archiveWhy')[why](props.brought.left_out[why])}</li>}</For>
        </ul>
      </Show>
    </div>
  )
}

/** The pictures of an archive: how many came, wait to be sent, and cannot come. */
export function StillThere(props: { pictures: BroughtPictures; onLeave: () => void }) {
  const now = () => props.pictures
  const all = () => now().waiting + now().came + now().failed
  return (
    <Show when={all() > 0}>
      <div class="stack-s">
        <p>{t('archivePictures', now().came, all())}</p>
        <Show when={now().waiting > 0}>
          <p>{t('archiveWaits', now().waiting)}</p>
          <p class="row">
            <Button kind="quiet" onClick={() => props.onLeave()}>
              {t('archiveLeave')}
            </Button>
          </p>
        </Show>
        <Show when={now().failures.length > 0}>
          <details>
            <summary>{t('archiveFailed', now().failed)}</summary>
            <ul class={style.list}>
              <For each={now().failures}>
                {(one) => (
                  <li>
                    <b dir="auto">{one.what}</b> ({formatDay(one.posted_at)}): {one.why}
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </div>
    </Show>
  )
}
