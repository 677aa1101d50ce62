import { createSignal } from 'solid-js'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { comingAndGoing } from '../../locales/en/coming-and-going.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(comingAndGoing)

/** Brings the posts of an archive of Mastodon's along. */
export function ArchiveForm() {
  const [file, setFile] = createSignal<File>()
  const bring = submitting(async () => {
    const form = new FormData()
    const chosen = file()
    if (chosen) form.set('data', chosen)
    const { came, known } = await send<{ came: number; known: number }>(
      'POST',
      '/api/community/v1/arrivals/posts',
      form,
    )
    toast(t('archiveCame', came, known))
  })
  return (
    <Form label={t('archive')} onSubmit={bring.run}>
      <Field label={t('archiveFile')} error={fieldReason(bring.error(), 'data')}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".json,application/json"
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      <Failed error={bring.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={bring.busy()}>
          {t('archiveBring')}
        </Button>
      </p>
    </Form>
  )
}
