import { createSignal, For, Show } from 'solid-js'
import type { MediationRest } from '../../../../shared/api/mediation-team.ts'
import { read, send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { loaded } from '../../../lib/loaded.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { exceptions as words } from '../../../locales/en/mediation-exceptions.ts'
import { session } from '../../../session/session.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Day } from '../due.tsx'
import style from '../lists.module.css'
import { MEDIATIONS } from '../paths.ts'

const t = texts(words)

const PATH = `${MEDIATIONS}/rests`
const ROLES = ['owner', 'admin', 'coordinator']

/** Letting a talk rest from outside, by the words it is called by; for coordinators and admins. */
export function Rests() {
  const may = () => session()?.roles.some((role) => ROLES.includes(role)) === true
  return (
    <Show when={may()}>
      <RestForm />
    </Show>
  )
}

function RestForm() {
  const list = loaded(
    () => undefined,
    (_, signal) => read<MediationRest[]>(PATH, { signal }),
  )
  const [which, setWhich] = createSignal('')
  const set = async (words: string, rest: boolean) => {
    list.set(await send<MediationRest[]>('POST', PATH, { case: words, rest }))
    toast(rest ? t('isResting') : t('goesOn'))
  }
  const form = submitting(async () => {
    await set(which(), true)
    setWhich('')
  })
  return (
    <section class={`${style.part} stack`} aria-labelledby="h-rests">
      <h2 id="h-rests">{t('rests')}</h2>
      <p class="hint">{t('restsHint')}</p>
      <ul class={style.list} aria-label={t('rests')}>
        <For each={list.value() ?? []}>{(one) => <Resting one={one} onGoOn={() => set(one.code_name, false)} />}</For>
      </ul>
      <Form label={t('rests')} onSubmit={form.run}>
        <TextField
          label={t('which')}
          hint={t('whichHint')}
          autocomplete="off"
          value={which()}
          onInput={setWhich}
          error={fieldReason(form.error(), 'case')}
        />
        <Failed error={form.error()} what={t('notDone')} />
        <p>
          <Button type="submit" busy={form.busy()}>
            {t('rest')}
          </Button>
        </p>
      </Form>
    </section>
  )
}

function Resting(props: { one: MediationRest; onGoOn: () => Promise<void> }) {
  const going = submitting(() => props.onGoOn())
  return (
    <li>
      <p>
        {t('forCase', props.one.code_name)}{' '}
        <span class="hint">
          {t('until')} <Day at={props.one.until} />
        </span>
      </p>
      <Failed error={going.error()} what={t('notDone')} />
      <p>
        <Button busy={going.busy()} onClick={() => going.run()}>
          {t('goOn')}
        </Button>
      </p>
    </li>
  )
}
