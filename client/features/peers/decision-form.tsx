import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { DecisionPreview, StaffDecision } from '../../../shared/api/peers.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Choices, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { SERVERS } from './paths.ts'
import { Preview } from './preview.tsx'

const t = texts(peers)

const CHOICES = [
  ['cut_off', 'cutOff', 'cutOffHint'],
  ['hidden', 'hidden', 'hiddenHint'],
  ['no_media', 'noMedia', 'noMediaHint'],
  ['no_reports', 'noReports', 'noReportsHint'],
  ['obscured', 'obscured', 'obscuredHint'],
] as const

const BLANK = {
  domain: '',
  cut_off: false,
  hidden: false,
  no_media: false,
  no_reports: false,
  obscured: false,
  public_reason: '',
  private_reason: '',
  ends_at: '',
  now: false,
}

/** What is written into the form: a new decision, or one that stands. */
const draftOf = (now: StaffDecision | undefined, domain: string): typeof BLANK =>
  now ? { ...BLANK, ...now, ends_at: now.ends_at?.slice(0, 10) ?? '' } : { ...BLANK, domain }

interface FormProps {
  now: StaffDecision | undefined
  domain: string
  onDecided: () => void
  onLeave: () => void
}

/** What is written into the form, what it would do, and how it is decided. */
function drafting(props: FormProps) {
  const [draft, setDraft] = createStore(draftOf(props.now, props.domain))
  const [preview, setPreview] = createSignal<DecisionPreview>()
  const look = submitting(async () => {
    setPreview(await read<DecisionPreview>(`${SERVERS}/preview?${new URLSearchParams({ domain: draft.domain })}`))
  })
  const decide = submitting(async () => {
    const ends = draft.ends_at ? { ends_at: new Date(`${draft.ends_at}T12:00`).toISOString() } : { ends_at: undefined }
    const { domain } = draft
    // what takes two is proposed, and what does not is done
    const { proposed } = await send<{ proposed: boolean }>('POST', `${SERVERS}/proposals`, { ...draft, ...ends })
    setPreview(undefined)
    setDraft({ ...BLANK })
    toast(proposed ? t('proposed') : t('saved', domain))
    props.onDecided()
  })
  const wrong = (field: string) => fieldReason(look.error(), field) ?? fieldReason(decide.error(), field)
  const takesTwo = () => draft.cut_off && !props.now?.cut_off
  return { draft, setDraft, preview, close: () => setPreview(undefined), look, decide, wrong, takesTwo }
}
type Drafting = ReturnType<typeof drafting>

/** Decides about a server: what, why, until when, then what it would do, then for good. */
export function DecisionForm(props: FormProps) {
  const form = drafting(props)
  return (
    <Form label={t('decide')} onSubmit={form.look.run}>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="domain"
        autocomplete="off"
        autocapitalize="none"
        value={form.draft.domain}
        onInput={(domain) => form.setDraft({ domain })}
        error={form.wrong('domain')}
      />
      <Choices legend={t('what')}>
        <For each={CHOICES}>
          {([name, text, hint]) => (
            <Tick checked={form.draft[name]} onChange={(on) => form.setDraft({ [name]: on })} hint={t(hint)}>
              {t(text)}
            </Tick>
          )}
        </For>
      </Choices>
      <Reasons form={form} />
      <Failed error={form.look.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" kind="main" busy={form.look.busy()}>
          {t('next')}
        </Button>
        <Show when={props.now}>
          <Button kind="quiet" onClick={() => props.onLeave()}>
            {t('no')}
          </Button>
        </Show>
      </p>
      <Confirm form={form} />
    </Form>
  )
}

function Reasons(props: { form: Drafting }) {
  const form = () => props.form
  return (
    <>
      <TextArea
        label={t('publicReason')}
        optional={t('optional')}
        hint={t('publicReasonHint')}
        name="public_reason"
        rows={2}
        maxLength={1000}
        dir="auto"
        value={form().draft.public_reason}
        onInput={(text) => form().setDraft({ public_reason: text })}
      />
      <TextArea
        label={t('privateReason')}
        optional={t('optional')}
        name="private_reason"
        rows={2}
        maxLength={1000}
        dir="auto"
        value={form().draft.private_reason}
        onInput={(text) => form().setDraft({ private_reason: text })}
      />
      <TextField
        label={t('endsAt')}
        optional={t('optional')}
        hint={t('endsHint')}
        type="date"
        name="ends_at"
        value={form().draft.ends_at}
        onInput={(day) => form().setDraft({ ends_at: day })}
        error={form().wrong('ends_at')}
      />
    </>
  )
}

function Confirm(props: { form: Drafting }) {
  const form = () => props.form
  return (
    <Dialog open={form().preview() !== undefined} title={t('preview')} onClose={() => form().close()}>
      <Show when={form().preview()}>
        {(found) => (
          <>
            <Preview found={found()} cutOff={form().draft.cut_off} />
            <Show when={form().takesTwo()}>
              <TakesTwo form={form()} alone={found().alone} />
            </Show>
          </>
        )}
      </Show>
      <Failed error={form().decide.error()} what={t('notDone')} />
      <p class="row">
        <Button
          kind={form().draft.cut_off ? 'danger' : 'main'}
          busy={form().decide.busy()}
          onClick={() => form().decide.run()}
        >
          {form().takesTwo() && !form().preview()?.alone ? t('propose') : t('confirm')}
        </Button>
        <Button kind="quiet" onClick={() => form().close()}>
          {t('no')}
        </Button>
      </p>
    </Dialog>
  )
}

function TakesTwo(props: { form: Drafting; alone: boolean }) {
  return (
    <Show when={!props.alone} fallback={<p>{t('twoAlone')}</p>}>
      <p>{t('twoText')}</p>
      <Tick checked={props.form.draft.now} onChange={(now) => props.form.setDraft({ now })} hint={t('twoNowHint')}>
        {t('twoNow')}
      </Tick>
    </Show>
  )
}
