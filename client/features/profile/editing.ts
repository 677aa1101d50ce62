import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { CredentialAccount } from '../../../shared/api/wire.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { countGraphemes } from '../../../shared/text/length.ts'
import { send } from '../../api/http.ts'
import { keepAccount } from '../../api/store.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { focusFirstInvalid, submitting } from '../../lib/submit.ts'
import { profileSettings } from '../../locales/en/profile-settings.ts'
import { session, setSession } from '../../session/session.ts'
import { toast } from '../../ui/toast.tsx'

const t = texts(profileSettings)

/** One's own profile while it is edited: what is typed, what is wrong with it, and saving it. */
export function editing(account: CredentialAccount) {
  const [typed, setTyped] = createStore({
    name: account.display_name,
    bio: account.source.note,
    locked: account.locked,
  })
  const [picture, setPicture] = createSignal<{ file: File; wrong: string | undefined }>()
  const bioLeft = () => sharedLimits.bio - countGraphemes(typed.bio)
  const nameLeft = () => sharedLimits.displayName - countGraphemes(typed.name)
  const tooLong = (left: number) => (left < 0 ? t('tooLong', -left) : undefined)

  const sent = submitting(async () => {
    await save(typed, picture()?.file)
    setPicture(undefined)
    toast(t('saved'))
  })
  return {
    typed,
    setTyped,
    picture,
    choosePicture: (file: File | undefined, wrong: string | undefined) => {
      sent.clear()
      setPicture(file && { file, wrong })
    },
    bioLeft,
    sent,
    wrong: {
      name: () => tooLong(nameLeft()) ?? fieldReason(sent.error(), 'display_name'),
      bio: () => tooLong(bioLeft()) ?? fieldReason(sent.error(), 'note'),
      picture: () => picture()?.wrong ?? fieldReason(sent.error(), 'avatar'),
    },
    submit: (event: SubmitEvent) => {
      event.preventDefault()
      const form = event.currentTarget
      if (nameLeft() >= 0 && bioLeft() >= 0 && !picture()?.wrong) sent.run(event)
      else if (form instanceof HTMLFormElement) focusFirstInvalid(form)
    },
  }
}

async function save(typed: { name: string; bio: string; locked: boolean }, picture: File | undefined): Promise<void> {
  const form = new FormData()
  form.set('display_name', typed.name.trim())
  form.set('note', typed.bio)
  form.set('locked', String(typed.locked))
  if (picture) form.set('avatar', picture)
  const saved = await send<CredentialAccount>('PATCH', '/api/v1/accounts/update_credentials', form)
  const now = session()
  if (now) setSession({ ...now, account: saved })
  keepAccount(saved)
}
