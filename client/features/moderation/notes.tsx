import { createSignal, For, Show } from 'solid-js'
import type { CaseNote, CasePage } from '../../../shared/api/moderation-team.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { inCase, MODERATION } from './act.ts'
import style from './case.module.css'

const t = texts(moderation)

/** What moderators tell each other in a case; about whom it is. */
export function Notes(props: { page: CasePage; onDone: (page: CasePage) => void }) {
  return (
    <NoteList notes={props.page.notes} add={async (note) => props.onDone(await inCase(props.page.id, 'notes', note))} />
  )
}

/** What they tell each other about a server. */
export function ServerNotes(props: { domain: string }) {
  const path = () => `${MODERATION}/servers/${encodeURIComponent(props.domain)}/notes`
  const notes = loaded(path, (at, signal) => read<CaseNote[]>(at, { signal }))
  return (
    <NoteList
      notes={notes.value() ?? []}
      add={async (note) => notes.set(await send<CaseNote[]>('POST', path(), note))}
    />
  )
}

interface ListProps {
  notes: readonly CaseNote[]
  add: (note: { text: string; pinned: boolean }) => Promise<unknown>
}

function NoteList(props: ListProps) {
  const [text, setText] = createSignal('')
  const [pinned, setPinned] = createSignal(false)
  const adding = submitting(async () => {
    await props.add({ text: text(), pinned: pinned() })
    setText('')
    setPinned(false)
  })
  return (
    <section class={`${style.part} stack`}>
      <h2>{t('notes')}</h2>
      <For each={props.notes}>
        {(note) => (
          <p class={lines.said} dir="auto">
            <span class="hint">
              <bdi>@{note.by?.acct ?? ''}</bdi>, <Time at={note.created_at} />
            </span>{' '}
            <Show when={note.pinned}>
              <Badge tone="info">{t('pinned')}</Badge>{' '}
            </Show>
            {note.text}
          </p>
        )}
      </For>
      <Form label={t('note')} wide onSubmit={adding.run}>
        <TextArea
          label={t('note')}
          maxLength={2000}
          value={text()}
          onInput={setText}
          error={fieldReason(adding.error(), 'text', t('blank').note)}
        />
        <Tick checked={pinned()} onChange={setPinned} hint={t('pinHint')}>
          {t('pin')}
        </Tick>
        <Failed error={adding.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" busy={adding.busy()}>
            {t('noteAdd')}
          </Button>
        </p>
      </Form>
    </section>
  )
}
