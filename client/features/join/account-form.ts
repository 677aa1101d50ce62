import { type Accessor, createSignal } from 'solid-js'
import type { About } from '../../../shared/api/about.ts'
import { fieldReason } from '../../lib/reason.ts'
import { type Submit, submitting } from '../../lib/submit.ts'
import { type AccountField, missing } from './account-check.ts'
import { draft, setDraft } from './draft.ts'
import { checkedInvite } from './invite.tsx'
import { choosingPasskey, type PasskeyChoice } from './passkey-choice.ts'
import { proving, Unable } from './proof.ts'
import { signUp } from './sign-up.ts'
import { checkingName, type NameCheck } from './username.ts'

const ALL: readonly AccountField[] = ['username', 'password', 'passkey', 'email', 'adult', 'reason']

/** The account step while it is filled in. All but the password is in the draft. */
export interface AccountForm {
  about: Accessor<About>
  /** Whether the community's question is asked of this newcomer. */
  asksReason: Accessor<boolean>
  /** The question that stands for the proof which this browser could not make. */
  instead: Accessor<string | undefined>
  name: NameCheck
  password: Accessor<string>
  setPassword: (password: string) => void
  /** A passkey instead of the password. */
  passkey: PasskeyChoice
  /** What stands in the field that nobody sees. */
  website: Accessor<string>
  setWebsite: (text: string) => void
  /** What is wrong with a field: what we see once it was left, or what the server said. */
  wrong: (field: AccountField) => string | undefined
  /** A field was left: from now on its mistakes are shown. */
  left: (field: AccountField) => void
  change: (field: 'username' | 'email' | 'reason', value: string) => void
  submit: Submit
  /** The next sending also asks to be confirmed by hand. */
  askByHand: () => void
}

/** Makes the account step's state; `onDone` comes when the server has taken it. */
export function accountForm(about: Accessor<About>, onDone: () => void): AccountForm {
  const [password, setPassword] = createSignal('')
  const [website, setWebsite] = createSignal('')
  const proof = proving()
  const [looked, setLooked] = createSignal<readonly AccountField[]>([])
  const name = checkingName(() => draft.username)
  const invite = checkedInvite()
  const invited = () => draft.invite !== '' && (invite.loading() || invite.value()?.valid === true)
  const [instead, setInstead] = createSignal<string>()
  const asksReason = () => (about().registrations.mode === 'approval' || instead() !== undefined) && !invited()
  const passkey = choosingPasskey()
  const typed = () => (passkey.chosen() ? undefined : password())
  const holes = () => missing(draft, typed(), { minAge: about().registrations.min_age, reason: asksReason() })
  let byHand = false

  const submit = submitting(async () => {
    const hand = byHand
    byHand = false
    setLooked(ALL)
    if (Object.keys(holes()).length > 0 || name.error()) return
    const give = (unproved: boolean) => {
      const unkept = { password: password(), website: website(), unproved }
      return passkey.sending((made) => signUp(about(), { ...unkept, passkey: made }, proof, hand))
    }
    if (await gaveOrAnswered(give, instead, setInstead, () => Object.keys(holes()).length === 0)) onDone()
  })

  return {
    about,
    asksReason,
    instead,
    name,
    password,
    setPassword,
    passkey,
    website,
    setWebsite,
    wrong: (field) => (looked().includes(field) ? holes()[field] : undefined) ?? fieldReason(submit.error(), field),
    left: (field) => setLooked((now) => [...now, field]),
    change: (field, value) => {
      submit.clear()
      setDraft({ [field]: value })
    },
    submit,
    askByHand: () => {
      byHand = true
    },
  }
}

/**
 * Gives the form to the server. Where the browser makes no proof, a question stands for it: false while it has no answer;
 * who had answered already, or comes by invitation, has said all there is to say.
 */
async function gaveOrAnswered(
  give: (unproved: boolean) => Promise<unknown>,
  asked: Accessor<string | undefined>,
  ask: (question: string) => void,
  isWhole: () => boolean,
): Promise<boolean> {
  try {
    await give(asked() !== undefined)
  } catch (error) {
    if (!(error instanceof Unable)) throw error
    ask(error.question)
    if (!isWhole()) return false
    await give(true)
  }
  return true
}
