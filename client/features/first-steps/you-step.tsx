import { createSignal } from 'solid-js'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { texts } from '../../lib/i18n.ts'
import { firstSteps } from '../../locales/en/first-steps.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Choices, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Completes } from '../completion/completes.tsx'
import { editing } from '../profile/editing.ts'
import { PictureField } from '../profile/picture-field.tsx'
import { Failure } from '../profile/profile-form.tsx'

const t = texts(firstSteps)
const p = texts(profileSettings)

/** The least of a profile, and who finds it. */
export function YouStep(props: { account: CredentialAccount; onDone: () => void }) {
  const edit = editing(props.account, () => props.onDone())
  const [bio, setBio] = createSignal<HTMLTextAreaElement>()
  return (
    <>
      <div class="stack">
        <h2>{t('youTitle')}</h2>
        <p class="prose">{t('youLede')}</p>
      </div>
      <Form label={t('youTitle')} onSubmit={edit.submit}>
        <Failure error={edit.sent.error()} />
        <TextField
          label={p('name')}
          hint={p('nameHint', props.account.username)}
          error={edit.wrong.name()}
          value={edit.typed.name}
          onInput={(name) => edit.setTyped({ name })}
          autocomplete="nickname"
          dir="auto"
        />
        <TextArea
          ref={setBio}
          label={p('bio')}
          optional={p('left', Math.max(0, edit.bioLeft()))}
          error={edit.wrong.bio()}
          value={edit.typed.bio}
          onInput={(text) => edit.setTyped({ bio: text })}
          dir="auto"
        />
        <Completes field={bio()} />
        <PictureField which="avatar" account={props.account} edit={edit} />
        <Choices legend={t('closedTitle')} hint={t('closedText', props.account.locked)}>
          <Tick
            checked={edit.typed.discoverable}
            onChange={(discoverable) => edit.setTyped({ discoverable })}
            hint={p('discoverableHint')}
          >
            {p('discoverable')}
          </Tick>
          <Tick checked={edit.typed.locked} onChange={(locked) => edit.setTyped({ locked })} hint={p('lockedHint')}>
            {p('locked')}
          </Tick>
        </Choices>
        <p class="row">
          <Button type="submit" kind="main" busy={edit.sent.busy()}>
            {t('saveAndGoOn')}
          </Button>
          <Button kind="quiet" onClick={() => props.onDone()}>
            {t('skip')}
          </Button>
        </p>
      </Form>
    </>
  )
}
