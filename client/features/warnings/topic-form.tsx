import { For, onMount } from 'solid-js'
import { createStore } from 'solid-js/store'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { warningTopics } from '../../locales/en/warning-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextArea, TextField, Tick } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { readTopics, saveTopic, type TopicDraft } from './edit-topics.ts'

const t = texts(warningTopics)

const KINDS = ['sensitive', 'courtesy', 'spoiler'] as const

interface TopicFormProps {
  title: string
  start: TopicDraft
  /** The topic that is changed; without it, one is added. */
  slug?: string
  onClose: () => void
}

/** Everything about a topic, to be written. */
export function TopicForm(props: TopicFormProps) {
  const [draft, setDraft] = createStore<TopicDraft>({ ...props.start })
  const saving = submitting(async () => {
    const saved = await saveTopic({ ...draft }, props.slug)
    await readTopics()
    toast(props.slug === undefined ? t('added', saved.label) : t('saved'))
    props.onClose()
  })
  const wrong = (field: string) => fieldReason(saving.error(), field)
  let place: HTMLDivElement | undefined
  onMount(() => place?.querySelector('input')?.focus())
  return (
    <div
      ref={(element) => {
        place = element
      }}
    >
      <Form label={props.title} onSubmit={saving.run}>
        <TextField
          label={t('label')}
          hint={t('labelHint')}
          error={wrong('label')}
          value={draft.label}
          onInput={(label) => setDraft({ label })}
          maxLength={40}
          dir="auto"
          autocomplete="off"
        />
        <TextArea
          label={t('aliases')}
          optional={t('optional')}
          hint={t('aliasesHint')}
          error={wrong('aliases')}
          rows={3}
          value={draft.aliases}
          onInput={(aliases) => setDraft({ aliases })}
          dir="auto"
        />
        <Field label={t('kindLabel')} error={wrong('kind')}>
          {(control) => (
            <select {...control} onChange={(event) => setDraft({ kind: KINDS[event.currentTarget.selectedIndex] })}>
              <For each={KINDS}>
                {(kind) => (
                  <option value={kind} selected={kind === draft.kind}>
                    {t('kind')[kind]}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <Advice draft={draft} onChange={setDraft} wrong={wrong} />
        <Failed error={saving.error()} what={t('notDone')} />
        <p class="row">
          <Button type="submit" kind="main" busy={saving.busy()}>
            {t('save')}
          </Button>
          <Button kind="quiet" onClick={() => props.onClose()}>
            {t('cancel')}
          </Button>
        </p>
      </Form>
    </div>
  )
}

interface AdviceProps {
  draft: TopicDraft
  onChange: (part: Partial<TopicDraft>) => void
  wrong: (field: string) => string | undefined
}

function Advice(props: AdviceProps) {
  return (
    <>
      <TextField
        label={t('guidance')}
        optional={t('optional')}
        hint={t('guidanceHint')}
        error={props.wrong('guidance')}
        value={props.draft.guidance}
        onInput={(guidance) => props.onChange({ guidance })}
        maxLength={300}
        dir="auto"
        autocomplete="off"
      />
      <TextField
        label={t('requiredFor')}
        optional={t('optional')}
        hint={t('requiredHint')}
        error={props.wrong('required_for')}
        value={props.draft.required_for}
        onInput={(required_for) => props.onChange({ required_for })}
        maxLength={300}
        dir="auto"
        autocomplete="off"
      />
      <Tick
        checked={props.draft.discreet}
        onChange={(discreet) => props.onChange({ discreet })}
        hint={t('discreetHint')}
      >
        {t('discreet')}
      </Tick>
    </>
  )
}
