import { createSignal, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { MediationPerson } from '../../../../shared/api/mediation.ts'
import type { MediatorProfile } from '../../../../shared/api/mediation-team.ts'
import type { Account } from '../../../../shared/api/wire.ts'
import { read } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { desk as words } from '../../../locales/en/mediation-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea, TextField, Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Failed } from '../../shell/failed.tsx'
import { PeopleField } from '../form/people-field.tsx'
import { HoursField } from '../hours-field.tsx'
import style from '../intake/intake.module.css'
import { LanguagesField } from '../languages-field.tsx'
import { saveProfile } from './save-profile.ts'

const t = texts(words)

interface ProfileProps {
  profile: MediatorProfile
  onSaved: () => void
  onClose: () => void
}

/** What a volunteer says about themselves, and the short code that they keep to. */
export function ProfileForm(props: ProfileProps) {
  const [draft, setDraft] = createStore<MediatorProfile>({
    ...props.profile,
    languages: props.profile.languages.length > 0 ? [...props.profile.languages] : ['en'],
  })
  const [looked, setLooked] = createSignal(false)
  const close = closeTo(props.profile)
  const save = submitting(async () => {
    setLooked(true)
    if (!draft.accepted_code) return
    await saveProfile({ ...draft, volunteering: true, close_to: close.people().map(({ id }) => id) })
    props.onSaved()
  })
  const stop = submitting(async () => {
    await saveProfile({ ...props.profile, volunteering: false })
    props.onSaved()
  })
  return (
    <Form label={t('you')} onSubmit={save.run} wide>
      <Fields draft={draft} change={setDraft} error={save.error()} />
      <PeopleField label={t('closeTo')} hint={t('closeToHint')} value={close.people()} onInput={close.set} />
      <Code
        accepted={draft.accepted_code}
        error={looked() && !draft.accepted_code ? t('codeNeeded') : undefined}
        onChange={(accepted_code) => setDraft({ accepted_code })}
      />
      <Failed error={save.error() ?? stop.error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" kind="main" busy={save.busy()}>
          {t('save')}
        </Button>
        <Show when={props.profile.volunteering}>
          <Button busy={stop.busy()} onClick={() => stop.run()}>
            {t('stop')}
          </Button>
        </Show>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t('cancel')}
        </Button>
      </p>
    </Form>
  )
}

interface FieldsProps {
  draft: MediatorProfile
  change: (part: Partial<MediatorProfile>) => void
  error: unknown
}

/** How one works, when, with how many, and what one does not take. */
function Fields(props: FieldsProps) {
  const wrong = (field: keyof MediatorProfile) => fieldReason(props.error, field)
  return (
    <>
      <TextField
        label={t('approach')}
        hint={t('approachHint')}
        error={wrong('approach')}
        maxLength={200}
        dir="auto"
        value={props.draft.approach}
        onInput={(approach) => props.change({ approach })}
      />
      <LanguagesField
        chosen={props.draft.languages}
        error={wrong('languages')}
        onChange={(codes) => props.change({ languages: [...codes] })}
      />
      <HoursField
        chosen={props.draft.hours}
        error={wrong('hours')}
        onChange={(hours) => props.change({ hours: [...hours] })}
      />
      <Limits {...props} wrong={wrong} />
    </>
  )
}

function Limits(props: FieldsProps & { wrong: (field: keyof MediatorProfile) => string | undefined }) {
  return (
    <>
      <TextField
        label={t('maxOpen')}
        hint={t('maxOpenHint')}
        error={props.wrong('max_open')}
        inputmode="numeric"
        value={String(props.draft.max_open)}
        onInput={(n) => props.change({ max_open: Number(n) || 0 })}
      />
      <TextArea
        label={t('topics')}
        error={props.wrong('topics_not_taken')}
        rows={2}
        maxLength={500}
        dir="auto"
        value={props.draft.topics_not_taken}
        onInput={(topics_not_taken) => props.change({ topics_not_taken })}
      />
      <div>
        <Tick checked={props.draft.co_mediation} onChange={(co_mediation) => props.change({ co_mediation })}>
          {t('together')}
        </Tick>
        <Tick checked={props.draft.trainee} onChange={(trainee) => props.change({ trainee })}>
          {t('trainee')}
        </Tick>
      </div>
    </>
  )
}

function Code(props: { accepted: boolean; error: string | undefined; onChange: (accepted: boolean) => void }) {
  return (
    <section class="stack-s" aria-labelledby="h-code">
      <h3 id="h-code">{t('codeTitle')}</h3>
      <ul class={style.plain}>
        <For each={t('code')}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Tick checked={props.accepted} error={props.error} onChange={props.onChange}>
        {t('codeAccept')}
      </Tick>
    </section>
  )
}

/** The people whom one is too close to, by their ids; their names are asked for once. */
function closeTo(profile: MediatorProfile) {
  const [changed, set] = createSignal<readonly MediationPerson[]>()
  const known = loaded(
    () => profile.close_to,
    (ids, signal) => Promise.all(ids.map((id) => read<Account>(`/api/v1/accounts/${id}`, { signal }))),
  )
  return { people: (): readonly MediationPerson[] => changed() ?? known.value() ?? [], set }
}
