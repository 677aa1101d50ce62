import { createSignal, Show } from 'solid-js'
import type { CaseAction, CasePage } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { within } from './act.ts'

const t = texts(moderation)

interface ReadingProps {
  page: CasePage
  action: CaseAction
  onDone: (page: CasePage) => void
}

/** The words of a decision before a second reader, who takes out what names somebody; once for each decision. */
export function Reading(props: ReadingProps) {
  const isFirst = () =>
    props.page.actions.find((one) => one.reading && one.created_at === props.action.created_at)?.id === props.action.id
  return (
    <Show when={props.action.reading && isFirst() && props.action.reading}>
      {(reading) => (
        <Show when={!reading().refused} fallback={<p class="hint">{t('readWaits')}</p>}>
          <Words {...props} />
        </Show>
      )}
    </Show>
  )
}

function Words(props: ReadingProps) {
  const [words, setWords] = createSignal(props.action.statement)
  const sending = submitting(async () => {
    props.onDone(await within(props.page.id, `actions/${props.action.id}/read`, { statement: words() }))
    toast(t('readSent'))
  })
  return (
    <Form label={t('readTitle')} wide onSubmit={sending.run}>
      <TextArea
        label={t('readTitle')}
        hint={t('readText')}
        maxLength={2000}
        value={words()}
        onInput={setWords}
        error={fieldReason(sending.error(), 'statement', t('blank').statement)}
      />
      <Failed error={sending.error()} what={t('notDone')} />
      <p>
        <Button type="submit" busy={sending.busy()}>
          {t('readYes')}
        </Button>
      </p>
    </Form>
  )
}
