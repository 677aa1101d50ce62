import { createSignal, For } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { MediationAction } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Failed } from '../../shell/failed.tsx'
import type { ActionForm as Sent } from '../open-case.ts'
import { FieldInput } from './field-input.tsx'
import { emptyValue, type FormValues, isEmpty, wireForm } from './values.ts'

const t = texts(mediation)

interface ActionFormProps {
  action: MediationAction
  /** What the fields hold at first, where something is known. */
  start?: FormValues
  onSend: (form: Sent) => Promise<unknown>
  onClose?: (() => void) | undefined
}

/** The form of an action, drawn from what the server says about its fields. What was filled in stays if it fails. */
export function ActionForm(props: ActionFormProps) {
  const fields = () => props.action.form
  const [values, setValues] = createStore<FormValues>({
    ...Object.fromEntries(fields().map((field) => [field.name, emptyValue(field)])),
    ...props.start,
  })
  const [looked, setLooked] = createSignal(false)
  const missing = (name: string) => {
    const field = fields().find((one) => one.name === name)
    return field?.required && isEmpty(values[name]) ? t('needed') : undefined
  }
  const send = submitting(async () => {
    setLooked(true)
    if (fields().some(({ name }) => missing(name))) return
    const about = props.action.message_id === null ? {} : { message_id: props.action.message_id }
    await props.onSend({ ...wireForm(fields(), values), ...about })
  })
  return (
    <Form label={props.action.label} onSubmit={send.run} wide>
      <For each={fields()}>
        {(field) => (
          <FieldInput
            field={field}
            value={values[field.name]}
            error={(looked() && missing(field.name)) || fieldReason(send.error(), field.name)}
            onInput={(value) => setValues(field.name, () => value)}
          />
        )}
      </For>
      <Failed error={send.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind={props.action.weight === 'main' ? 'main' : 'plain'} busy={send.busy()}>
          {props.action.label}
        </Button>
        {props.onClose && (
          <Button kind="quiet" onClick={() => props.onClose?.()}>
            {t('cancel')}
          </Button>
        )}
      </p>
    </Form>
  )
}
