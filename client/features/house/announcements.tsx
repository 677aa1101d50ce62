import { createSignal, For, Show } from 'solid-js'
import type { AdminAnnouncement } from '../../../shared/api/announcements.ts'
import { texts } from '../../lib/i18n.ts'
import { type Listed, listed } from '../../lib/listed.ts'
import { houseAnnouncements } from '../../locales/en/announcements.ts'
import { house } from '../../locales/en/house.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmojiText } from '../../ui/emoji.tsx'
import { toast } from '../../ui/toast.tsx'
import { Line, Lines } from '../people/line.tsx'
import style from '../people/people.module.css'
import { AnnouncementForm, announcementPath } from './announcement-form.tsx'
import { RemoveOne } from './remove-one.tsx'

const t = texts(houseAnnouncements)
const h = texts(house)

/** What was and will be announced, and a form for more. */
export function Announcements() {
  const list = listed<AdminAnnouncement>(announcementPath)
  return (
    <div class="stack">
      <p>{t('lede')}</p>
      <section class="stack" aria-labelledby="h-add">
        <h2 id="h-add">{t('add')}</h2>
        <AnnouncementForm onKept={(kept) => list.change((items) => [kept, ...items])} />
      </section>
      <Lines from={list} empty={t('none')} emptyText={t('noneText')}>
        <For each={list.items()}>{(one) => <AnnouncementLine of={one} list={list} />}</For>
      </Lines>
    </div>
  )
}

interface LineProps {
  of: AdminAnnouncement
  list: Listed<AdminAnnouncement>
}

function AnnouncementLine(props: LineProps) {
  const [editing, setEditing] = createSignal(false)
  const keep = (kept: AdminAnnouncement) => {
    setEditing(false)
    props.list.change((items) => items.map((one) => (one.id === kept.id ? kept : one)))
  }
  return (
    <Line
      below
      first={t('state')[props.of.state]}
      acts={
        <>
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {h('edit')}
          </Button>
          <TakeBack {...props} />
          <Dialog open={editing()} title={t('change')} wide onClose={() => setEditing(false)}>
            <AnnouncementForm of={props.of} onKept={keep} />
          </Dialog>
        </>
      }
    >
      <p class={style.said} dir="auto">
        <EmojiText text={props.of.text} emojis={props.of.emojis} />
      </p>
      <p class="hint">
        <Show when={props.of.published_at} fallback={t('at', props.of.publish_at ?? '')}>
          {(at) => t('since', at())}
        </Show>
      </p>
    </Line>
  )
}

function TakeBack(props: LineProps) {
  const gone = () => {
    const { id } = props.of
    props.list.change((items) => items.filter((one) => one.id !== id))
    toast(t('deleted'))
  }
  return (
    <RemoveOne path={announcementPath(props.of.id)} title={t('deleteTitle')} onGone={gone}>
      {t('deleteText')}
    </RemoveOne>
  )
}
