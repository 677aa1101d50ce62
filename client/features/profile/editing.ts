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

/** The two pictures of a profile. */
export type Which = 'avatar' | 'header'

type Chosen = { file: File; wrong: string | undefined }

const startOf = (account: CredentialAccount) => ({
  name: account.display_name,
  bio: account.source.note,
  lines: account.source.fields.map((line) => ({ ...line })),
  avatarDescription: account.avatar_description,
  headerDescription: account.header_description,
  locked: account.locked,
  discoverable: account.discoverable === true,
  indexable: account.source.indexable,
  hideCollections: account.hide_collections,
  bot: account.bot,
})
type Typed = ReturnType<typeof startOf>

const tooLong = (left: number) => (left < 0 ? t('tooLong', -left) : undefined)

/** One's own profile while it is edited: what is typed, what is wrong with it, and saving it. */
export function editing(account: CredentialAccount, onSaved?: () => void) {
  const [typed, setTyped] = createStore<Typed>(startOf(account))
  const [pictures, setPictures] = createStore<Partial<Record<Which, Chosen | undefined>>>({})
  const [looked, setLooked] = createSignal(false)
  const bioLeft = () => sharedLimits.bio - countGraphemes(typed.bio)
  const nameLeft = () => sharedLimits.displayName - countGraphemes(typed.name)
  const nameless = (n: number) => looked() && typed.lines[n]?.name.trim() === '' && typed.lines[n]?.value.trim() !== ''

  const sent = submitting(async () => {
    keep(await save(typed, pictures))
    setPictures({ avatar: undefined, header: undefined })
    setLooked(false)
    toast(t('saved'))
    onSaved?.()
  })
  const holds = () =>
    bioLeft() >= 0 &&
    nameLeft() >= 0 &&
    !pictures.avatar?.wrong &&
    !pictures.header?.wrong &&
    !typed.lines.some((_, n) => nameless(n))
  return {
    typed,
    setTyped,
    pictures,
    choosePicture: (which: Which, file: File | undefined, wrong: string | undefined) => {
      sent.clear()
      setPictures(which, file && { file, wrong })
    },
    bioLeft,
    sent,
    wrong: {
      name: () => tooLong(nameLeft()) ?? fieldReason(sent.error(), 'display_name'),
      bio: () => tooLong(bioLeft()) ?? fieldReason(sent.error(), 'note'),
      line: (n: number) => (nameless(n) ? t('lineNameEmpty') : undefined),
      lines: () => fieldReason(sent.error(), 'fields'),
      picture: (which: Which) => pictures[which]?.wrong ?? fieldReason(sent.error(), which),
      description: (which: Which) => fieldReason(sent.error(), `${which}_description`),
    },
    submit: (event: SubmitEvent) => {
      event.preventDefault()
      setLooked(true)
      const form = event.currentTarget
      if (holds()) sent.run(event)
      else if (form instanceof HTMLFormElement) queueMicrotask(() => focusFirstInvalid(form))
    },
  }
}
/** What {@link editing} gives. */
export type Editing = ReturnType<typeof editing>

/** Takes a picture away at once. */
export async function takeAway(which: Which): Promise<void> {
  keep(await send<CredentialAccount>('DELETE', `/api/v1/profile/${which}`))
  toast(t('takenAway'))
}

function keep(saved: CredentialAccount): void {
  const now = session()
  if (now) setSession({ ...now, account: saved })
  keepAccount(saved)
}

function save(typed: Typed, pictures: Partial<Record<Which, Chosen | undefined>>): Promise<CredentialAccount> {
  const form = new FormData()
  form.set('display_name', typed.name.trim())
  form.set('note', typed.bio)
  form.set('locked', String(typed.locked))
  form.set('discoverable', String(typed.discoverable))
  form.set('indexable', String(typed.indexable))
  form.set('hide_collections', String(typed.hideCollections))
  form.set('bot', String(typed.bot))
  form.set('avatar_description', typed.avatarDescription)
  form.set('header_description', typed.headerDescription)
  if (typed.lines.length === 0) form.set('fields_attributes[0][name]', '')
  for (const [n, line] of typed.lines.entries()) {
    form.set(`fields_attributes[${n}][name]`, line.name)
    form.set(`fields_attributes[${n}][value]`, line.value)
  }
  for (const which of ['avatar', 'header'] as const) {
    const chosen = pictures[which]
    if (chosen) form.set(which, chosen.file)
  }
  return send<CredentialAccount>('PATCH', '/api/v1/accounts/update_credentials', form)
}
