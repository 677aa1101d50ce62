import { createSignal, Show } from 'solid-js'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { reasonOf } from '../../lib/reason.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Choices, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Completes } from '../completion/completes.tsx'
import { type Editing, editing } from './editing.ts'
import { LinesField } from './lines-field.tsx'
import { PictureField } from './picture-field.tsx'

const t = texts(profileSettings)

/** What others see of one: name, description, picture, and whether people have to ask before they follow. */
export function ProfileForm(props: { account: CredentialAccount }) {
  const edit = editing(props.account)
  const [bio, setBio] = createSignal<HTMLTextAreaElement>()
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
        ref={setBio}
        label={t('bio')}
        optional={t('left', Math.max(0, edit.bioLeft()))}
        hint={t('bioHint')}
        error={edit.wrong.bio()}
        value={edit.typed.bio}
        onInput={(bio) => edit.setTyped({ bio })}
        dir="auto"
      />
      <Completes field={bio()} />
      <LinesField edit={edit} address={`${location.origin}/@${props.account.username}`} />
      <PictureField which="avatar" account={props.account} edit={edit} />
      <PictureField which="header" account={props.account} edit={edit} />
      <Reach edit={edit} />
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

/** Who finds one, and what others see beside the posts. */
function Reach(props: { edit: Editing }) {
  const typed = () => props.edit.typed
  const set = props.edit.setTyped
  return (
    <Choices legend={t('finding')}>
      <Tick checked={typed().locked} onChange={(locked) => set({ locked })} hint={t('lockedHint')}>
        {t('locked')}
      </Tick>
      <Tick
        checked={typed().discoverable}
        onChange={(discoverable) => set({ discoverable })}
        hint={t('discoverableHint')}
      >
        {t('discoverable')}
      </Tick>
      <Tick checked={typed().indexable} onChange={(indexable) => set({ indexable })} hint={t('indexableHint')}>
        {t('indexable')}
      </Tick>
      <Tick
        checked={typed().hideCollections}
        onChange={(hideCollections) => set({ hideCollections })}
        hint={t('hideCollectionsHint')}
      >
        {t('hideCollections')}
      </Tick>
      <Tick checked={typed().bot} onChange={(bot) => set({ bot })} hint={t('botHint')}>
        {t('bot')}
      </Tick>
    </Choices>
  )
}

/** Why it was not saved. */
export function Failure(props: { error: unknown }) {
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
