import { For, Match, Show, Switch } from 'solid-js'
import type { StatusEdit } from '../../../shared/api/wire.ts'
import { posts } from '../../../shared/locales/en/posts.ts'
import { diffWords } from '../../../shared/text/word-diff.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { warningWord } from '../../session/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { DiffText } from '../rules/diff-text.tsx'
import { NotRead } from '../shell/not-read.tsx'
import style from './history.module.css'
import { VersionPictures, VersionPoll } from './history-parts.tsx'
import { plainWords } from './plain.ts'

const t = texts(posts)

/** What a post said, from now back to its first words, each version with what it changed. */
export function History(props: { statusId: string | undefined; onClose: () => void }) {
  return (
    <Dialog open={props.statusId !== undefined} title={t('history')} wide onClose={() => props.onClose()}>
      <p class="hint">{t('historyText')}</p>
      <Show when={props.statusId}>{(id) => <Versions statusId={id()} />}</Show>
      <p>
        <Button onClick={() => props.onClose()}>{t('close')}</Button>
      </p>
    </Dialog>
  )
}

function Versions(props: { statusId: string }) {
  const history = loaded(
    () => props.statusId,
    (id, signal) => read<StatusEdit[]>(`/api/v1/statuses/${id}/history`, { signal }),
  )
  const newestFirst = () =>
    (history.value() ?? [])
      .map((version, n, all) => ({ version, before: all[n - 1], last: n === all.length - 1 }))
      .reverse()
  return (
    <Switch fallback={<Skeleton label={t('historyLoading')} />}>
      <Match when={history.error()}>
        {(error) => (
          <NotRead error={error()} what={t('historyFailed')} again={t('again')} onAgain={() => history.reload()} />
        )}
      </Match>
      <Match when={history.value()}>
        <ol class={style.versions} reversed>
          <For each={newestFirst()}>{(one) => <Version {...one} statusId={props.statusId} />}</For>
        </ol>
      </Match>
    </Switch>
  )
}

interface VersionProps {
  statusId: string
  version: StatusEdit
  before: StatusEdit | undefined
  last: boolean
}

function Version(props: VersionProps) {
  const changes = (words: (version: StatusEdit) => string) =>
    diffWords(words(props.before ?? props.version), words(props.version))
  const isWarned = () => props.version.spoiler_text !== '' || (props.before?.spoiler_text ?? '') !== ''
  return (
    <li class={style.version}>
      <h3 class={style.when}>
        <Show when={props.before} fallback={t('historyFirst')}>
          <Show when={props.last} fallback={t('edited')}>
            {t('historyNow')}
          </Show>
        </Show>
        , <Time at={props.version.created_at} as="when" />
      </h3>
      <Show when={isWarned()}>
        <p class={style.words}>
          <b>{warningWord()}</b> <DiffText segments={changes(({ spoiler_text }) => spoiler_text)} />
        </p>
      </Show>
      <p class={style.words}>
        <DiffText segments={changes(({ content }) => plainWords(content))} />
      </p>
      <VersionPoll statusId={props.statusId} version={props.version} before={props.before} />
      <VersionPictures statusId={props.statusId} version={props.version} before={props.before} />
    </li>
  )
}
