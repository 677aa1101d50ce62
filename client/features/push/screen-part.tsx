import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { PushChoices } from '../../../shared/api/push.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { pushWords } from '../../locales/en/push.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(pushWords)

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** What a device may show, and the hours in which nothing comes: for all devices at once. */
export function ScreenPart(props: { choices: PushChoices }) {
  const [draft, setDraft] = createStore<PushChoices>({ ...props.choices })
  const [quiet, setQuiet] = createSignal(props.choices.quiet_from !== null)
  const save = submitting(async () => {
    const hours = { quiet_from: quiet() ? draft.quiet_from : '', quiet_to: quiet() ? draft.quiet_to : '' }
    setDraft(await send<PushChoices>('PATCH', '/api/community/v1/push', { ...draft, ...hours, time_zone: here() }))
    toast(t('saved'))
  })
  const beQuiet = (yes: boolean) => {
    setQuiet(yes)
    if (yes && draft.quiet_from === null) setDraft({ quiet_from: '22:00', quiet_to: '08:00' })
  }
  return (
    <Form label={t('screen')} onSubmit={save.run} wide>
      <Choices legend={t('shows')}>
        <Tick
          type="radio"
          name="bare"
          checked={!draft.bare}
          hint={t('wordsHint')}
          onChange={() => setDraft({ bare: false })}
        >
          {t('words')}
        </Tick>
        <Tick
          type="radio"
          name="bare"
          checked={draft.bare}
          hint={t('bareHint')}
          onChange={() => setDraft({ bare: true })}
        >
          {t('bare')}
        </Tick>
      </Choices>
      <Tick name="quiet" checked={quiet()} hint={t('quietHint', here())} onChange={beQuiet}>
        {t('quiet')}
      </Tick>
      <Show when={quiet()}>
        <div class="row">
          <TextField
            type="time"
            required
            label={t('from')}
            error={fieldReason(save.error(), 'quiet_from')}
            value={draft.quiet_from ?? ''}
            onInput={(quiet_from) => setDraft({ quiet_from })}
          />
          <TextField
            type="time"
            required
            label={t('to')}
            error={fieldReason(save.error(), 'quiet_to')}
            value={draft.quiet_to ?? ''}
            onInput={(quiet_to) => setDraft({ quiet_to })}
          />
        </div>
      </Show>
      <Failed error={save.error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" busy={save.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}
