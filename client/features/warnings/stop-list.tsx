import { createSignal, Show } from 'solid-js'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { loaded } from '../../lib/loaded.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { warningTopics } from '../../locales/en/warning-settings.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import style from './choices.module.css'
import { linesOf } from './edit-topics.ts'

const t = texts(warningTopics)

const PATH = '/api/community/v1/warnings/stop-list'

interface Words {
  words: string[]
}

/** Words that the writing box offers to nobody. */
export function StopList() {
  const list = loaded(
    () => undefined,
    (_, signal) => read<Words>(PATH, { signal }),
  )
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-stop">
      <h2 id="h-stop">{t('stopTitle')}</h2>
      <p class="hint">{t('stopText')}</p>
      <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
        {(now) => <StopForm words={now().words} />}
      </Show>
    </section>
  )
}

function StopForm(props: Words) {
  const [text, setText] = createSignal(props.words.join('\n'))
  const saving = submitting(async () => {
    const kept = await send<Words>('PUT', PATH, { words: linesOf(text()) })
    setText(kept.words.join('\n'))
    toast(t('saved'))
  })
  return (
    <Form label={t('stopTitle')} onSubmit={saving.run}>
      <TextArea
        label={t('stop')}
        hint={t('stopHint')}
        error={fieldReason(saving.error(), 'words')}
        rows={3}
        value={text()}
        onInput={setText}
        dir="auto"
      />
      <Failed error={saving.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={saving.busy()}>
          {t('save')}
        </Button>
      </p>
    </Form>
  )
}
