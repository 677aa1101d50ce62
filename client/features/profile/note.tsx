import { createSignal, Show } from 'solid-js'
import type { Relationship } from '../../../shared/api/wire.ts'
import { send } from '../../api/http.ts'
import { keepRelationships, relationshipTo } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { relations } from '../../locales/en/relations.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import style from './profile.module.css'

const t = texts(relations)

/** What one wants to remember about somebody; nobody else ever reads it. */
export function OwnNote(props: { accountId: string }) {
  const [open, setOpen] = createSignal(false)
  const note = () => relationshipTo(props.accountId)?.note ?? ''
  return (
    <Show when={relationshipTo(props.accountId)}>
      <Show when={!open()} fallback={<NoteForm {...props} note={note()} onDone={() => setOpen(false)} />}>
        <div class={style.note}>
          <Show when={note()}>
            <p dir="auto">
              <b>{t('note')}.</b> {note()}
            </p>
          </Show>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {note() ? t('noteEdit') : t('noteAdd')}
          </Button>
        </div>
      </Show>
    </Show>
  )
}

function NoteForm(props: { accountId: string; note: string; onDone: () => void }) {
  const [text, setText] = createSignal(props.note)
  const form = submitting(async () => {
    const path = `/api/v1/accounts/${props.accountId}/note`
    keepRelationships([await send<Relationship>('POST', path, { comment: text() })])
    toast(t('noteKept'))
    props.onDone()
  })
  return (
    <Form label={t('note')} onSubmit={form.run}>
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        rows="2"
        value={text()}
        onInput={setText}
        error={fieldReason(form.error(), 'comment')}
        ref={(element: HTMLTextAreaElement) => queueMicrotask(() => element.focus())}
        dir="auto"
      />
      <Failed error={form.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={form.busy()}>
          {t('noteSave')}
        </Button>
        <Button kind="quiet" onClick={() => props.onDone()}>
          {t('noteCancel')}
        </Button>
      </p>
    </Form>
  )
}
