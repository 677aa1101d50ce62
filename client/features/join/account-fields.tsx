import { Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import style from './account-fields.module.css'
import type { AccountForm } from './account-form.ts'
import { draft } from './draft.ts'
import { noticeFor, ProviderNotice } from './provider-notice.tsx'

const t = texts(join)

interface Props {
  form: AccountForm
}

/** The name, checked while it is typed. */
export function NameField(props: Props) {
  const taken = () => props.form.wrong('username') ?? props.form.name.error()
  return (
    <TextField
      label={t('username')}
      name="username"
      autocomplete="username"
      autocapitalize="off"
      spellcheck={false}
      required
      maxLength={30}
      value={draft.username}
      onInput={(value) => props.form.change('username', value)}
      onBlur={() => draft.username !== '' && props.form.left('username')}
      error={taken()}
      hint={<NameHint free={props.form.name.free()} wrong={taken() !== undefined} />}
    />
  )
}

function NameHint(props: { free: boolean; wrong: boolean }) {
  const name = () => draft.username.trim()
  return (
    <span role="status">
      {name() === '' || props.wrong ? t('usernameRule') : t('usernameHint', name(), location.host)}{' '}
      <Show when={props.free}>{t('usernameFree')}</Show>
    </span>
  )
}

/** The password, with what makes a good one; or a passkey in its place. */
export function NewPassword(props: Props) {
  const passkey = () => props.form.passkey
  return (
    <div class="stack-s">
      <Show
        when={passkey().chosen()}
        fallback={
          <PasswordField
            label={t('password')}
            hint={t('passwordHint')}
            name="password"
            autocomplete="new-password"
            value={props.form.password()}
            onInput={props.form.setPassword}
            onBlur={() => props.form.password() !== '' && props.form.left('password')}
            error={props.form.wrong('password')}
          />
        }
      >
        <p>
          <b>{t('passkey')}</b>
        </p>
        <p class="hint">{t('passkeyHint')}</p>
      </Show>
      <Show when={passkey().possible}>
        <p>
          <Button kind="quiet" onClick={() => passkey().choose(!passkey().chosen())}>
            {passkey().chosen() ? t('takePassword') : t('takePasskey')}
          </Button>
        </p>
      </Show>
    </div>
  )
}

/** The mail address, with the community's notice about its provider. */
export function MailField(props: Props) {
  let input: HTMLInputElement | undefined
  const another = () => {
    props.form.change('email', '')
    input?.focus()
  }
  const byHand = () => {
    props.form.askByHand()
    input?.form?.requestSubmit()
  }
  return (
    <TextField
      ref={(element) => {
        input = element
      }}
      label={t('email')}
      type="email"
      name="email"
      autocomplete="email"
      required
      value={draft.email}
      onInput={(value) => props.form.change('email', value)}
      onBlur={() => draft.email !== '' && props.form.left('email')}
      error={props.form.wrong('email')}
      hint={t('emailHint')}
      notice={
        <ProviderNotice
          notice={noticeFor(draft.email, props.form.about().notices)}
          onOther={another}
          onByHand={byHand}
        />
      }
    />
  )
}

/** The community's one question, where it asks one. */
export function ReasonField(props: Props) {
  const joining = () => props.form.about().registrations
  return (
    <Show when={props.form.asksReason()}>
      <TextArea
        label={joining().question ?? props.form.instead()}
        name="reason"
        rows={3}
        maxLength={420}
        dir="auto"
        value={draft.reason}
        onInput={(value) => props.form.change('reason', value)}
        error={props.form.wrong('reason')}
        hint={props.form.instead() ? t('reasonInstead') : t('reasonHint', joining().expected_wait_hours)}
      />
    </Show>
  )
}

/** A field that no person sees or reaches: what fills it in is a program. */
export function Unseen(props: Props) {
  return (
    <div class={style.unseen} aria-hidden="true">
      <label>
        {t('unseen')}
        <input
          name="website"
          tabindex="-1"
          autocomplete="off"
          value={props.form.website()}
          onInput={(event) => props.form.setWebsite(event.currentTarget.value)}
        />
      </label>
    </div>
  )
}
