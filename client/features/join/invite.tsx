import { createSignal, Show } from 'solid-js'
import { read } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Failed } from '../shell/failed.tsx'
import { draft, setDraft } from './draft.ts'

const t = texts(join)

/** What the server says about an invitation's code. */
export interface InviteCheck {
  valid: boolean
  inviter: string | null
}

const check = (code: string, signal?: AbortSignal) =>
  read<InviteCheck>(`/api/community/v1/onboarding/invites/${encodeURIComponent(code)}`, { signal })

/** Asks about the code that is in the draft, whenever it changes; nothing without a code. */
export function checkedInvite(): Loaded<InviteCheck | undefined> {
  return loaded(
    () => draft.invite,
    async (code, signal) => (code ? check(code, signal) : undefined),
  )
}

/** Who invited, or that the invitation is not good any more. */
export function InviteSlip(props: { check: InviteCheck; needed: boolean }) {
  return (
    <Show
      when={props.check.valid}
      fallback={
        <Slip tone="warn">
          <p>
            {t('inviteBad')} <Show when={!props.needed}>{t('inviteBadOpen')}</Show>
          </p>
        </Slip>
      }
    >
      <Slip tone="ok">
        <p dir="auto">
          <b>{props.check.inviter ? t('inviteBy', props.check.inviter) : t('inviteGood')}</b>
        </p>
      </Slip>
    </Show>
  )
}

/** For a code that was given in words, not as a link. */
export function InviteForm() {
  const [code, setCode] = createSignal(draft.invite)
  const [bad, setBad] = createSignal(false)
  const form = submitting(async () => {
    const typed = code().trim()
    const { valid } = typed ? await check(typed) : { valid: false }
    setBad(!valid)
    if (valid) setDraft({ invite: typed })
  })
  return (
    <Form label={t('inviteTitle')} onSubmit={form.run}>
      <TextField
        label={t('inviteCode')}
        name="invite"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={code()}
        onInput={setCode}
        error={bad() ? t('inviteBad') : undefined}
      />
      <Failed error={form.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={form.busy()}>
          {t('inviteCheck')}
        </Button>
      </p>
    </Form>
  )
}
