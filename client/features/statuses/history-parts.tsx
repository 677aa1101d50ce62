import { createSignal, For, Show } from 'solid-js'
import type { MediaAttachment, StatusEdit } from '../../../shared/api/wire.ts'
import { media } from '../../../shared/locales/en/media.ts'
import { posts } from '../../../shared/locales/en/posts.ts'
import { diffWords } from '../../../shared/text/word-diff.ts'
import { statusOf } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { isUncovered } from '../media/cover.ts'
import { DiffText } from '../rules/diff-text.tsx'
import style from './history.module.css'

const t = texts(posts)
const m = texts(media)

interface PartProps {
  statusId: string
  version: StatusEdit
  before: StatusEdit | undefined
}

const choicesOf = (version: StatusEdit) => (version.poll?.options ?? []).map(({ title }) => title).join('\n')

/** The choices of a version's poll, with what became of those before. */
export function VersionPoll(props: PartProps) {
  const before = () => choicesOf(props.before ?? props.version)
  return (
    <Show when={before() || choicesOf(props.version)}>
      <p class={style.words}>
        <b>{t('historyPoll')}</b>
        <br />
        <DiffText segments={diffWords(before(), choicesOf(props.version))} />
      </p>
    </Show>
  )
}

/** The pictures of a version with what was said of each then; covered where the post's own would be. */
export function VersionPictures(props: PartProps) {
  const [shown, setShown] = createSignal(false)
  const pictures = () => props.version.media_attachments
  const here = () => pictures().filter(({ preview_url: small }) => small).length
  const isOpen = () => {
    const status = statusOf(props.statusId)
    const { sensitive, spoiler_text, warning_topics } = props.version
    return shown() || (status !== undefined && isUncovered({ ...status, sensitive, spoiler_text, warning_topics }))
  }
  return (
    <>
      <Show when={pictures().length > 0}>
        <ul class={style.pictures}>
          <For each={pictures()}>
            {(picture) => <Picture picture={picture} before={props.before?.media_attachments} open={isOpen()} />}
          </For>
        </ul>
        <Show when={!isOpen() && here() > 0}>
          <p>
            <Button data-act="reveal" onClick={() => setShown(true)}>
              {m('show', here())}
            </Button>
          </p>
        </Show>
      </Show>
      <Show when={takenOut(props)}>{(gone) => <p class={style.words}>{t('historyTaken', gone())}</p>}</Show>
    </>
  )
}

/** How many pictures of the version before are not in this one. */
function takenOut({ version, before }: PartProps): number {
  const kept = new Set(version.media_attachments.map(({ id }) => id))
  return (before?.media_attachments ?? []).filter(({ id }) => !kept.has(id)).length
}

interface PictureProps {
  picture: MediaAttachment
  before: readonly MediaAttachment[] | undefined
  open: boolean
}

/** A picture small, beside what was said of it. One that is not in the post any more has its words left. */
function Picture(props: PictureProps) {
  const words = () => props.picture.description ?? ''
  const then = () => {
    const same = props.before?.find(({ id }) => id === props.picture.id)
    return same ? (same.description ?? '') : props.before ? '' : words()
  }
  return (
    <li class={style.picture}>
      <Show when={props.open && props.picture.preview_url}>
        {(small) => (
          <a href={props.picture.url ?? undefined} target="_blank" rel="noopener">
            <img src={small()} alt={words() || m('undescribed')} loading="lazy" decoding="async" />
          </a>
        )}
      </Show>
      <p>
        <b>{m('one')}:</b>{' '}
        <Show when={words() || then()} fallback={m('undescribed')}>
          <DiffText segments={diffWords(then(), words())} />
        </Show>
        <Show when={!props.picture.preview_url}>
          <br />
          <span class="hint">{t('historyGone')}</span>
        </Show>
      </p>
    </li>
  )
}
