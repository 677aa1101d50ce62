import { createStore } from 'solid-js/store'
import type { AdminAnnouncement } from '../../../shared/api/announcements.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { houseAnnouncements } from '../../locales/en/announcements.ts'
import { house } from '../../locales/en/house.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { EmojiButton } from '../composer/emoji-button.tsx'
import { Failed } from '../shell/failed.tsx'
import { fromLocal, toLocal } from './local-time.ts'

const t = texts(houseAnnouncements)
const h = texts(house)

/** The door for all announcements, or for one of them. */
export const announcementPath = (id?: string) => `/api/community/v1/admin/announcements${id ? `/${id}` : ''}`

interface FormProps {
  /** The one that is changed; without it, one is added. */
  of?: AdminAnnouncement
  onKept: (kept: AdminAnnouncement) => void
  onClose?: () => void
}

const draftOf = (of: AdminAnnouncement | undefined) => ({
  text: of?.text ?? '',
  publish_at: of?.state === 'to_come' ? toLocal(of.publish_at) : '',
  starts_at: toLocal(of?.starts_at),
  ends_at: toLocal(of?.ends_at),
  all_day: of?.all_day ?? false,
})

function drafting(props: FormProps) {
  const [draft, setDraft] = createStore(draftOf(props.of))
  const sending = submitting(async () => {
    const kept = await send<AdminAnnouncement>(props.of ? 'PUT' : 'POST', announcementPath(props.of?.id), {
      text: draft.text,
      all_day: draft.all_day,
      publish_at: fromLocal(draft.publish_at),
      starts_at: fromLocal(draft.starts_at),
      ends_at: fromLocal(draft.ends_at),
    })
    toast(t('saved'))
    setDraft(draftOf(undefined))
    props.onKept(kept)
  })
  return { draft, setDraft, sending }
}

/** Writes an announcement, or changes one. */
export function AnnouncementForm(props: FormProps) {
  const { draft, setDraft, sending } = drafting(props)
  const time = (name: 'publish_at' | 'starts_at' | 'ends_at', label: string, hint?: string) => (
    <TextField
      type="datetime-local"
      label={label}
      optional={h('optional')}
      hint={hint}
      error={fieldReason(sending.error(), name)}
      value={draft[name]}
      onInput={(value) => setDraft({ [name]: value })}
    />
  )
  return (
    <Form label={props.of ? t('change') : t('add')} onSubmit={sending.run}>
      <TextArea
        label={t('text')}
        hint={t('textHint')}
        error={fieldReason(sending.error(), 'text')}
        rows={4}
        value={draft.text}
        onInput={(text) => setDraft({ text })}
        dir="auto"
      />
      <p class="row">
        <EmojiButton
          onPick={(emoji) => setDraft('text', (text) => [text.trimEnd(), emoji].filter(Boolean).join(' '))}
        />
      </p>
      {time('publish_at', t('publishAt'), t('publishHint'))}
      {time('starts_at', t('startsAt'))}
      {time('ends_at', t('endsAt'), t('endsHint'))}
      <Tick checked={draft.all_day} onChange={(allDay) => setDraft({ all_day: allDay })}>
        {t('allDay')}
      </Tick>
      <Failed error={sending.error()} what={h('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={sending.busy()}>
          {props.of ? h('save') : t('send')}
        </Button>
      </p>
    </Form>
  )
}
