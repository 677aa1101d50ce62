import { For, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { EvidenceSummary } from '../../../shared/api/evidence.ts'
import type { Status } from '../../../shared/api/wire.ts'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { reports } from '../../locales/en/reports.ts'
import { Choices, Tick } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { plainWords } from '../statuses/plain.ts'
import { type ReportDraft, toggled } from './report-draft.ts'

const t = texts(reports)

interface PostChoiceProps {
  accountId: string
  draft: ReportDraft
  set: SetStoreFunction<ReportDraft>
}

/** The newest posts of somebody, the one that one came from, and what one kept of posts that are gone. */
export function PostChoice(props: PostChoiceProps) {
  const posts = loaded(
    () => props.accountId,
    async (id, signal) => {
      const list = await read<Status[]>(`/api/v1/accounts/${id}/statuses?limit=20&exclude_reblogs=true`, { signal })
      const missing = props.draft.status_ids.filter((one) => list.every((status) => status.id !== one))
      const more = await Promise.all(
        missing.map((one) => read<Status>(`/api/v1/statuses/${one}`, { signal }).catch(() => undefined)),
      )
      return [...more.filter((status) => status !== undefined), ...list]
    },
  )
  // the post that one came from may be deleted meanwhile: then it stands there all the same
  const cameFrom = props.draft.status_ids[0]
  const gone = (list: readonly Status[]) =>
    cameFrom !== undefined && list.every(({ id }) => id !== cameFrom) ? cameFrom : undefined
  const choose = (id: string, on: boolean) => props.set('status_ids', toggled(props.draft.status_ids, id, on))
  return (
    <>
      <Show when={posts.value()} fallback={<Waiting label={t('loading')} from={posts} />}>
        {(list) => (
          <Choices legend={t('posts')} hint={t('postsHint')}>
            <Show when={gone(list())}>
              {(id) => (
                <Tick
                  checked={props.draft.status_ids.includes(id())}
                  onChange={(on) => choose(id(), on)}
                  hint={t('gonePostHint')}
                >
                  {t('gonePost')}
                </Tick>
              )}
            </Show>
            <For each={list()} fallback={<p>{t('noPosts')}</p>}>
              {(status) => (
                <Tick
                  checked={props.draft.status_ids.includes(status.id)}
                  onChange={(on) => choose(status.id, on)}
                  hint={<Time at={status.created_at} />}
                >
                  <span dir="auto">{status.spoiler_text || plainWords(status.content).slice(0, 140) || '…'}</span>
                </Tick>
              )}
            </For>
          </Choices>
        )}
      </Show>
      <KeptChoice draft={props.draft} set={props.set} />
    </>
  )
}

/** What one kept oneself, whoever it is of: the report takes what is by whom it is about. */
function KeptChoice(props: Pick<PostChoiceProps, 'draft' | 'set'>) {
  const kept = loaded(
    () => undefined,
    (_, signal) => read<EvidenceSummary[]>('/api/community/v1/evidence', { signal }),
  )
  return (
    <Show when={kept.value()?.length}>
      <Choices legend={t('kept')} hint={t('keptHint')}>
        <For each={kept.value()}>
          {(bundle) => (
            <Tick
              checked={props.draft.evidence_ids.includes(bundle.id)}
              onChange={(on) => props.set('evidence_ids', toggled(props.draft.evidence_ids, bundle.id, on))}
              hint={<Time at={bundle.created_at} />}
            >
              {bundle.people.join(', ')} ({bundle.count})
            </Tick>
          )}
        </For>
      </Choices>
    </Show>
  )
}
