import { createSignal, For, Show } from 'solid-js'
import type { MediationDesk, MediationTriage } from '../../../../shared/api/mediation-team.ts'
import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { mediation } from '../../../locales/en/mediation.ts'
import { desk as words } from '../../../locales/en/mediation-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea, Tick } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Day } from '../due.tsx'
import style from '../lists.module.css'
import { MEDIATIONS } from '../paths.ts'
import { personName } from '../room/names.ts'

const t = texts(words)
const said = texts(mediation)

/** After a hard case: a talk with a coordinator, and a quiet week for who wants one. */
export function AfterHardCase(props: { desk: MediationDesk; reload: () => void }) {
  const [open, setOpen] = createSignal(false)
  const waits = () => props.desk.debrief && !props.desk.debrief.with
  const sent = () => {
    setOpen(false)
    toast(t('hardSent'))
    props.reload()
  }
  return (
    <section class={`${style.part} stack-s`} aria-labelledby="h-hard">
      <h2 id="h-hard">{t('hardTitle')}</h2>
      <p class="hint">{t('hardText')}</p>
      <Show when={props.desk.debrief?.with}>{(one) => <p>{t('hardWith', personName(one()))}</p>}</Show>
      <Show when={!waits()} fallback={<p>{t('hardWaits')}</p>}>
        <Show
          when={open()}
          fallback={
            <p>
              <Button onClick={() => setOpen(true)}>{t('hardAsk')}</Button>
            </p>
          }
        >
          <AskDebrief onSent={sent} onClose={() => setOpen(false)} />
        </Show>
      </Show>
    </section>
  )
}

function AskDebrief(props: { onSent: () => void; onClose: () => void }) {
  const [text, setText] = createSignal('')
  const [rest, setRest] = createSignal(false)
  const asking = submitting(async () => {
    await send('POST', `${MEDIATIONS}/desk/debriefs`, { text: text(), rest: rest() })
    props.onSent()
  })
  return (
    <Form label={t('hardAsk')} onSubmit={asking.run} wide>
      <TextArea
        label={t('hardWords')}
        optional={said('optional')}
        rows={3}
        dir="auto"
        maxLength={500}
        value={text()}
        onInput={setText}
      />
      <Tick checked={rest()} onChange={setRest}>
        {t('hardRest')}
      </Tick>
      <Failed error={asking.error()} what={t('notSaved')} />
      <p class="row">
        <Button type="submit" kind="main" busy={asking.busy()}>
          {t('hardSend')}
        </Button>
        <Button kind="quiet" onClick={() => props.onClose()}>
          {t('cancel')}
        </Button>
      </p>
    </Form>
  )
}

/** The mediators who would like to talk a hard case over, for coordinators. */
export function Debriefs(props: { debriefs: MediationTriage['debriefs'] }) {
  const [taken, setTaken] = createSignal<readonly string[]>([])
  const isYours = (one: MediationTriage['debriefs'][number]) => one.yours || taken().includes(one.id)
  return (
    <Show when={props.debriefs.length > 0}>
      <section class={`${style.part} stack-s`} aria-labelledby="h-debriefs">
        <h2 id="h-debriefs">{t('debriefs')}</h2>
        <p class="hint">{t('debriefsHint')}</p>
        <ul class={style.list}>
          <For each={props.debriefs}>
            {(one) => (
              <li class="stack-s">
                <p>
                  <b dir="auto">{personName(one.from)}</b> <Day at={one.at} />
                </p>
                <Show when={one.text}>
                  <p dir="auto">{one.text}</p>
                </Show>
                <Show
                  when={isYours(one)}
                  fallback={<TakeDebrief id={one.id} onTaken={() => setTaken([...taken(), one.id])} />}
                >
                  <p class="hint">
                    {t('debriefYours')} <a href={`/@${one.from?.acct ?? ''}`}>{t('debriefWrite')}</a>
                  </p>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function TakeDebrief(props: { id: string; onTaken: () => void }) {
  const taking = submitting(async () => {
    await send('POST', `${MEDIATIONS}/triage/debriefs/${props.id}/take`)
    props.onTaken()
  })
  return (
    <>
      <Failed error={taking.error()} what={t('notSaved')} />
      <p>
        <Button busy={taking.busy()} onClick={() => taking.run()}>
          {t('debriefTake')}
        </Button>
      </p>
    </>
  )
}
