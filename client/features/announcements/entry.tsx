import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Announcement, AnnouncementReaction } from '../../../shared/api/announcements.ts'
import { formatDay, formatWhen } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { patiently } from '../../lib/patiently.ts'
import { submitting } from '../../lib/submit.ts'
import { announcements } from '../../locales/en/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { Emoji } from '../../ui/emoji.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Failed } from '../shell/failed.tsx'
import { Words } from '../statuses/words.tsx'
import { putAway, react } from './list.ts'

const t = texts(announcements)

const EmojiPicker = lazy(() =>
  patiently(() => import('../composer/emoji-picker.tsx')).then((file) => ({ default: file.EmojiPicker })),
)

/** An announcement, and whether it stands only so that nothing moves: it is over, or was put away elsewhere. */
export type Standing = Announcement & { over?: boolean }

interface EntryProps {
  announcement: Standing
  list: Listed<Announcement>
}

interface EntriesProps {
  of: readonly Standing[]
  list: Listed<Announcement>
  fallback?: JSX.Element
}

/** Announcements by their ids: whoever stands in one keeps their place while the list is read anew. */
export function Entries(props: EntriesProps) {
  return (
    <For each={props.of.map(({ id }) => id)} fallback={props.fallback}>
      {(id) => (
        <Show when={props.of.find((one) => one.id === id)}>
          {(one) => <Entry announcement={one()} list={props.list} />}
        </Show>
      )}
    </For>
  )
}

/** One announcement: what it says, when that is, and how people react. */
function Entry(props: EntryProps) {
  const away = submitting(() => putAway(props.list, props.announcement.id, props.announcement.over))
  return (
    <Slip tone={props.announcement.over ? undefined : 'info'}>
      <p>
        <b>{props.announcement.over ? t('over') : t('label')}</b>
      </p>
      <Words html={props.announcement.content} named={props.announcement} />
      <Times announcement={props.announcement} />
      <div class="stack-s" inert={props.announcement.over}>
        <Reactions {...props} />
      </div>
      <Failed error={away.error()} what={t('notDone')} />
      <Show when={!props.announcement.read}>
        <p class="row">
          <Button busy={away.busy()} onClick={() => away.run()}>
            {t('putAway')}
          </Button>
        </p>
      </Show>
    </Slip>
  )
}

function Times(props: { announcement: Announcement }) {
  const shown = (time: string) => (props.announcement.all_day ? formatDay(time) : formatWhen(time))
  const words = () => {
    const { starts_at: start, ends_at: end } = props.announcement
    if (start) return t('when', shown(start), end && shown(end))
    return end ? t('until', shown(end)) : undefined
  }
  return (
    <p class="hint">
      <Show when={words()}>{(text) => <>{text()}. </>}</Show>
      {t('said', props.announcement.published_at)}
    </p>
  )
}

function Reactions(props: EntryProps) {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(false)
  const [wanted, setWanted] = createSignal({ name: '', on: true })
  const sending = submitting(() => react(props.list, props.announcement, wanted().name, wanted().on))
  const say = (name: string, on: boolean) => {
    setWanted({ name, on })
    sending.run()
  }
  const ask = () => {
    setAsked(true)
    setOpen(true)
  }
  return (
    <>
      <p class="row">
        <For each={props.announcement.reactions.map(({ name }) => name)}>
          {(name) => (
            <Show when={props.announcement.reactions.find((one) => one.name === name)}>
              {(one) => <Reaction reaction={one()} onPress={() => say(name, !one().me)} />}
            </Show>
          )}
        </For>
        <Button kind="quiet" title={t('reactTitle')} aria-haspopup="dialog" onClick={ask}>
          {t('react')}
        </Button>
      </p>
      <Failed error={sending.error()} what={t('notDone')} />
      <Show when={asked()}>
        <Suspense>
          <EmojiPicker
            open={open()}
            onPick={(text) => {
              setOpen(false)
              say(text.replace(/^:(\w+):$/, '$1'), true)
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      </Show>
    </>
  )
}

function Reaction(props: { reaction: AnnouncementReaction; onPress: () => void }) {
  const picture = () => {
    const { name, url, static_url: still } = props.reaction
    return url && still ? { shortcode: name, url, static_url: still } : undefined
  }
  return (
    <Button
      aria-pressed={props.reaction.me === true}
      aria-label={t('reacted', props.reaction.name, props.reaction.count)}
      onClick={() => props.onPress()}
    >
      <span aria-hidden="true">
        <Show when={picture()} fallback={props.reaction.name}>
          {(one) => <Emoji picture={one()} />}
        </Show>{' '}
        {props.reaction.count}
      </span>
    </Button>
  )
}
