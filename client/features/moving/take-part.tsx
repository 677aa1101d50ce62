import { For, Show } from 'solid-js'
import type { ArchiveState } from '../../../shared/api/account.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { moving } from '../../locales/en/moving.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { again } from './again.ts'
import style from './moving.module.css'

const t = texts(moving)
const LISTS = ['following_accounts', 'muted_accounts', 'blocked_accounts', 'lists', 'bookmarks'] as const
const ARCHIVE = '/api/community/v1/archive'

/** What one can take along: the lists, and all posts in one file. */
export function TakePart() {
  const archive = loaded(
    () => undefined,
    (_, signal) => read<ArchiveState>(ARCHIVE, { signal }),
  )
  again(() => archive.value()?.state === 'making', archive.reload)
  const asked = submitting(async () => archive.set(await send<ArchiveState>('POST', ARCHIVE)))
  return (
    <>
      <ul class={style.list}>
        <For each={LISTS}>
          {(what) => (
            <li>
              <a href={`/api/community/v1/exports/${what}.csv`} target="_self" download="">
                {t(what)}
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={archive.value()} fallback={<Waiting label={t('loading')} from={archive} />}>
        {(now) => (
          <>
            <p role="status">{sayArchive(now())}</p>
            <Failed error={asked.error()} what={t('notDone')} />
            <p class="row">
              <Show when={now().state === 'ready'}>
                <ButtonLink href={`${ARCHIVE}/file`} target="_self" download="">
                  {t('archiveFetch')}
                </ButtonLink>
              </Show>
              <Show when={now().state === 'none' || now().state === 'failed'}>
                <Button busy={asked.busy()} onClick={() => asked.run()}>
                  {t('archiveAsk')}
                </Button>
              </Show>
            </p>
          </>
        )}
      </Show>
    </>
  )
}

function sayArchive({ state, expires_at: until }: ArchiveState): string {
  if (state === 'making') return t('archiveMaking')
  if (state === 'failed') return t('archiveFailed')
  return state === 'ready' && until ? t('archiveReady', until) : t('archiveNone')
}
