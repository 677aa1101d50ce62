import { createSignal, For, Show } from 'solid-js'
import type { MediationException, MediationOpenRoom } from '../../../../shared/api/mediation-team.ts'
import { read, send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { type Loaded, loaded } from '../../../lib/loaded.ts'
import { submitting } from '../../../lib/submit.ts'
import { exceptions as words } from '../../../locales/en/mediation-exceptions.ts'
import { session } from '../../../session/session.ts'
import { Button } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { Day } from '../due.tsx'
import style from '../lists.module.css'
import { MEDIATIONS } from '../paths.ts'
import { personName } from '../room/names.ts'
import { AskException } from './ask-exception.tsx'

const t = texts(words)

const PATH = `${MEDIATIONS}/exceptions`

/** What went, or waits to go, through the walls of a mediation; admins ask for it here. */
export function Exceptions() {
  const list = loaded(
    () => undefined,
    (_, signal) => read<MediationException[]>(PATH, { signal }),
  )
  const isAdmin = () => session()?.roles.some((role) => role === 'admin' || role === 'owner') === true
  return (
    <Show when={list.value()} fallback={<Waiting label={t('loading')} from={list} />}>
      {(all) => (
        <>
          <section class={`${style.part} stack-s`} aria-labelledby="h-log">
            <h2 id="h-log">{t('log')}</h2>
            <Show when={all().length > 0} fallback={<p class="hint">{t('none')}</p>}>
              <ul class={style.list}>
                <For each={all()}>{(one) => <Line one={one} list={list} />}</For>
              </ul>
            </Show>
          </section>
          <Show when={isAdmin()}>
            <AskException path={PATH} onSent={list.set} />
          </Show>
        </>
      )}
    </Show>
  )
}

interface LineProps {
  one: MediationException
  list: Loaded<MediationException[]>
}

function Line(props: LineProps) {
  const agree = submitting(async () => {
    props.list.set(await send<MediationException[]>('POST', `${PATH}/${props.one.id}/agree`))
    toast(t('agreed'))
  })
  return (
    <li data-waits={props.one.can_agree ? '' : undefined}>
      <p>
        <b>{t('kinds')[props.one.kind]}.</b> {t('forCase', props.one.code_name)}
      </p>
      <Show when={props.one.reason}>{(reason) => <p dir="auto">{reason()}</p>}</Show>
      <Facts one={props.one} />
      <Failed error={agree.error()} what={t('notDone')} />
      <Show when={props.one.can_agree}>
        <p>
          <Button busy={agree.busy()} onClick={() => agree.run()}>
            {t('agree')}
          </Button>
        </p>
      </Show>
      <Show when={props.one.can_read}>
        <OpenRoom id={props.one.id} />
      </Show>
    </li>
  )
}

function Facts(props: { one: MediationException }) {
  const names = () => props.one.agreed_by.map(personName).join(', ')
  return (
    <p class="hint">
      {t('askedBy', props.one.asked_by ? personName(props.one.asked_by) : t('somebody'))}{' '}
      <Show when={names()}>{(who) => t('agreedBy', who())}</Show>{' '}
      <Show
        when={props.one.done_at}
        fallback={
          <>
            {t('waits')} <Day at={props.one.until} />.
          </>
        }
      >
        {(at) => (
          <>
            {t('holds')} <Day at={at()} />.
          </>
        )}
      </Show>{' '}
      <Show when={props.one.kind === 'break_glass' && props.one.done_at}>{t('reads', props.one.reads)}</Show>{' '}
      <Show when={props.one.silent}>{t('silent')}</Show>
    </p>
  )
}

/** The room itself, read only when it is opened: each reading is noted. */
function OpenRoom(props: { id: string }) {
  const [room, setRoom] = createSignal<MediationOpenRoom>()
  const opening = submitting(async () => {
    setRoom(room() ? undefined : await read<MediationOpenRoom>(`${PATH}/${props.id}/room`))
  })
  return (
    <>
      <p>
        <Button aria-expanded={room() !== undefined} busy={opening.busy()} onClick={() => opening.run()}>
          {room() ? t('readClose') : t('read')}
        </Button>
      </p>
      <Failed error={opening.error()} what={t('notDone')} />
      <Show when={room()}>
        {(now) => (
          <ol class="stack-s">
            <For each={now().messages}>
              {(message) => (
                <li>
                  <p class="hint">
                    {t('streams')[message.stream]}: {message.author ? personName(message.author) : t('somebody')},{' '}
                    <Day at={message.at} />
                  </p>
                  <p dir="auto">{message.text}</p>
                </li>
              )}
            </For>
          </ol>
        )}
      </Show>
    </>
  )
}
