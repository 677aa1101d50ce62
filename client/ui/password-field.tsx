import { createSignal, type JSX } from 'solid-js'
import { texts } from '../lib/i18n.ts'
import { ui } from '../locales/en/ui.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import style from './password-field.module.css'

const t = texts(ui)

interface PasswordProps {
  label: string
  hint?: JSX.Element
  error?: string | undefined
  name: string
  /** `new-password` asks the password manager for one, `current-password` for the one it has, `off` for none. */
  autocomplete: 'new-password' | 'current-password' | 'off'
  value: string
  onInput: (value: string) => void
  onBlur?: () => void
}

/** A password that can be looked at while it is typed. It is never kept anywhere. */
export function PasswordField(props: PasswordProps) {
  const [shown, setShown] = createSignal(false)
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <div class={style.row}>
          <input
            {...control}
            type={shown() ? 'text' : 'password'}
            name={props.name}
            autocomplete={props.autocomplete}
            autocapitalize="off"
            spellcheck={false}
            required
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onBlur={() => props.onBlur?.()}
          />
          <Button
            kind="quiet"
            aria-label={shown() ? t('hidePassword') : t('showPassword')}
            onClick={() => setShown((now) => !now)}
          >
            {shown() ? t('hide') : t('show')}
          </Button>
        </div>
      )}
    </Field>
  )
}
