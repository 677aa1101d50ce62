import { createSignal, For } from 'solid-js'
import type { Invite } from '../../../shared/api/community.ts'
import { sendOnce } from '../../api/once.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { people } from '../../locales/en/people.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'

const t = texts(people)

const DAY = 86_400

/** How long an invite lasts, in seconds; 0 has no end. */
const LASTS = [
  { seconds: DAY, words: t('forADay') },
  { seconds: 7 * DAY, words: t('forAWeek') },
  { seconds: 30 * DAY, words: t('forAMonth') },
  { seconds: 0, words: t('forEver') },
] as const

/** Makes an invite: for how many, for how long, and a word for whom. */
export function InviteForm(props: { onMade: (invite: Invite) => void }) {
  const [uses, setUses] = createSignal('1')
  const [seconds, setSeconds] = createSignal<number>(7 * DAY)
  const [comment, setComment] = createSignal('')
  const bad = () => !/^([1-9]\d{0,3})?$/.test(uses().trim())
  const make = submitting(async () => {
    if (bad()) return
    const invite = await sendOnce<Invite>('/api/community/v1/admin/invites', {
      ...(uses().trim() ? { max_uses: Number(uses()) } : {}),
      ...(seconds() > 0 ? { expires_in: seconds() } : {}),
      ...(comment().trim() ? { comment: comment().trim() } : {}),
    })
    setComment('')
    props.onMade(invite)
    toast(t('made'))
  })
  return (
    <Form label={t('make')} onSubmit={make.run}>
      <TextField
        label={t('maxUses')}
        hint={t('maxUsesHint')}
        name="max_uses"
        inputmode="numeric"
        value={uses()}
        onInput={setUses}
        error={bad() ? t('maxUsesBad') : fieldReason(make.error(), 'max_uses')}
      />
      <Field label={t('lasts')}>
        {(control) => (
          <select {...control} name="lasts" onChange={(event) => setSeconds(Number(event.currentTarget.value))}>
            <For each={LASTS}>
              {(one) => (
                <option value={one.seconds} selected={one.seconds === seconds()}>
                  {one.words}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <TextField
        label={t('comment')}
        optional={t('optional')}
        hint={t('commentHint')}
        name="comment"
        autocomplete="off"
        maxLength={200}
        dir="auto"
        value={comment()}
        onInput={setComment}
        error={fieldReason(make.error(), 'comment')}
      />
      <Failed error={make.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={make.busy()}>
          {t('make')}
        </Button>
      </p>
    </Form>
  )
}
