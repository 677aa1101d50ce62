import { Show } from 'solid-js'
import { formatDate } from '../../../shared/text/figures.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { settings } from '../../locales/en/settings.ts'
import { TextArea, Tick } from '../../ui/field.tsx'
import { editing, type PartProps } from './editing.ts'
import { PartFrame } from './part.tsx'
import { Preview } from './preview.tsx'

const t = texts(settings)

/** Where the server stands; published only when the owner says so. */
export function HostingPart(props: PartProps) {
  const edit = editing(
    props,
    ({ hosting }) => ({ text: hosting.text, published: hosting.published }),
    (draft) => ({ hosting: draft }),
  )
  return (
    <PartFrame id="hosting" title={t('hosting')} editing={edit}>
      <TextArea
        label={t('hostingText')}
        name="hosting"
        rows={5}
        dir="auto"
        value={edit.draft.text}
        onInput={(text) => edit.change({ text })}
        error={fieldReason(edit.submit.error(), 'hosting')}
      />
      <Preview text={edit.draft.text} large />
      <Tick
        name="published"
        checked={edit.draft.published}
        onChange={(published) => edit.change({ published })}
        hint={t('hostingPublishedHint')}
      >
        {t('hostingPublished')}
      </Tick>
      <Show when={props.settings.hosting.reviewed_on}>
        {(date) => (
          <p class="hint">
            {t('hostingReviewed')}: {formatDate(date())}
          </p>
        )}
      </Show>
    </PartFrame>
  )
}
