import { createSignal, For, Show } from 'solid-js'
import type { Brought } from '../../../shared/api/elsewhere.ts'
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
const WHY = ['boosts', 'answers', 'for_few', 'unreadable'] as const

/** Brings the posts of an archive of Mastodon's along. */
export function ArchiveForm() {
  const [file, setFile] = createSignal<File>()
  const [brought, setBrought] = createSignal<Brought>()
  const bring = submitting(async () => {
    const form = new FormData()
    const chosen = file()
    if (chosen) form.set('data', chosen)
    const now = await send<Brought>('POST', '/api/community/v1/arrivals/posts', form)
    setBrought(now)
    toast(t('archiveCame', now.came, now.known))
  })
  return (
    <>
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
      <Show when={brought()}>{(now) => <CameOf brought={now()} />}</Show>
    </>
  )
}

/** What came of it, and what stays in the archive, and why. */
function CameOf(props: { brought: Brought }) {
  const left = () => WHY.filter((why) => props.brought.left_out[why] > 0)
  return (
    <div class="stack-s">
      <p>
        <b>{t('archiveCame', props.brought.came, props.brought.known)}</b>
      </p>
      <Show when={left().length > 0 || props.brought.pictures > 0}>
        <p>{t('archiveLeft')}</p>
        <ul>
          <For each={left()}>{(why) => <li>{t('archiveWhy')[why](props.brought.left_out[why])}</li>}</For>
          <Show when={props.brought.pictures > 0}>
            <li>{t('archivePictures', props.brought.pictures)}</li>
          </Show>
        </ul>
      </Show>
    </div>
  )
}
