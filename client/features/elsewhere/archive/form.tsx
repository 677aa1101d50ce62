import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { BroughtPictures } from '../../../../shared/api/elsewhere.ts'
import { read, send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { comingAndGoing } from '../../../locales/en/coming-and-going.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { bringArchive, NoArchive, type Told } from './bring.ts'
import { CameOf, Far, StillThere } from './told.tsx'

const t = texts(comingAndGoing)
const PATH = '/api/community/v1/arrivals/pictures'

/** Brings an archive of Mastodon’s along: posts under their own dates, with their pictures. */
export function ArchiveForm() {
  const [file, setFile] = createSignal<File>()
  const [looked, setLooked] = createSignal(false)
  const [told, tell] = createStore<Told>({})
  const pictures = loaded(
    () => undefined,
    (_, signal) => read<BroughtPictures>(PATH, { signal }),
  )
  const bring = submitting(async () => {
    setLooked(true)
    const chosen = file()
    if (!chosen) return
    tell({ posts: undefined, brought: undefined, pictures: undefined })
    await bringArchive(chosen, tell).finally(pictures.reload)
  })
  const wrong = () => {
    if (looked() && !file()) return t('archiveMissing')
    return bring.error() instanceof NoArchive ? t('archiveNone') : fieldReason(bring.error(), 'data')
  }
  const leave = () =>
    send<BroughtPictures>('DELETE', PATH)
      .then(pictures.set)
      .catch(() => toast(t('notDone')))
  return (
    <>
      <Form label={t('archive')} onSubmit={bring.run}>
        <Field label={t('archiveFile')} hint={t('archiveFileHint')} error={wrong()}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".zip,.gz,.tgz,.json,application/zip,application/gzip,application/json"
              onChange={(event) => setFile(event.currentTarget.files?.[0])}
            />
          )}
        </Field>
        <Failed error={wrong() ? undefined : bring.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" busy={bring.busy()}>
            {t('archiveBring')}
          </Button>
        </p>
      </Form>
      <Show when={bring.busy()}>
        <Far told={told} />
      </Show>
      <Show when={!bring.busy() && told.brought}>{(brought) => <CameOf brought={brought()} />}</Show>
      <Show when={!bring.busy() && pictures.value()}>{(now) => <StillThere pictures={now()} onLeave={leave} />}</Show>
    </>
  )
}
