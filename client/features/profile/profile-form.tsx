import { Show } from 'solid-js'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import { editing } from './editing.ts'
import { PictureField } from './picture-field.tsx'

const t = texts(profileSettings)

/** What others see of one: name, description, picture, and whether people have to ask before they follow. */
export function ProfileForm(props: { account: CredentialAccount }) {
  const edit = editing(props.account)
  return (
    <Form label={t('form')} onSubmit={edit.submit}>
      <Failure error={edit.sent.error()} />
      <TextField
        label={t('name')}
        hint={t('nameHint', props.account.username)}
        error={edit.wrong.name()}
        value={edit.typed.name}
        onInput={(name) => edit.setTyped({ name })}
        autocomplete="nickname"
        dir="auto"
      />
      <TextArea
        label={t('bio')}
        optional={t('left', Math.max(0, edit.bioLeft()))}
        hint={t('bioHint')}
        error={edit.wrong.bio()}
        value={edit.typed.bio}
        onInput={(bio) => edit.setTyped({ bio })}
        dir="auto"
      />
      <PictureField
        account={props.account}
        file={edit.picture()?.wrong ? undefined : edit.picture()?.file}
        error={edit.wrong.picture()}
        onChoose={edit.choosePicture}
      />
      <Tick checked={edit.typed.locked} onChange={(locked) => edit.setTyped({ locked })} hint={t('lockedHint')}>
        {t('locked')}
      </Tick>
      <p class="row">
        <Button type="submit" kind="main" busy={edit.sent.busy()}>
          {t('save')}
        </Button>
        <ButtonLink kind="quiet" href={`/@${props.account.username}`}>
          {t('look')}
        </ButtonLink>
      </p>
    </Form>
  )
}

function Failure(props: { error: unknown }) {
  return (
    <Show when={props.error}>
      {(error) => (
        <Slip tone="danger" role="alert">
          <p>
            <b>{t('notSaved')}</b> {reasonOf(error())} {t('safe')}
          </p>
        </Slip>
      )}
    </Show>
  )
}
