import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { MediationAction, MediationInvitation } from '../../../../shared/api/mediation.ts'
import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { invitation as words } from '../../../locales/en/mediation-invitation.ts'
import { Button } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useDoor } from '../door.ts'
import { ActionForm } from '../form/action-form.tsx'
import { type Act, ActionButton } from '../form/actions.tsx'
import style from '../intake/intake.module.css'
import type { ActionForm as Sent } from '../open-case.ts'
import { PlainList } from '../plain-list.tsx'
import { barely, CaseContext, personName } from '../room/names.ts'
import { Quotes } from '../room/quotes.tsx'
import { countMediation } from '../waiting.ts'
import { Answering } from './answering.tsx'

const t = texts(words)

interface InvitationProps {
  invitation: MediationInvitation
  reload: () => void
}

/** An invitation: it names nobody until one asks, and every answer is one press. */
export function Invitation(props: InvitationProps) {
  const navigate = useNavigate()
  const door = useDoor()
  const [choice, setChoice] = createSignal<string>()
  const find = (verb: string) => props.invitation.actions.find((action) => action.verb === verb)
  const act = async (verb: string, form: Sent = {}) => {
    await send('POST', door.actions(props.invitation.id), { ...form, verb })
    countMediation()
  }
  const goTo = (href: string) => {
    // a guest's case has one page, which shows what comes next
    if (door.guest) props.reload()
    else navigate(href, { replace: true })
  }
  const decline: Act = async (verb, form) => {
    await act(verb, form)
    toast(t('thanks'))
    goTo(door.out)
  }
  const report: Act = async (verb, form) => {
    await act(verb, form)
    goTo(door.page(props.invitation.id))
  }
  const see: Act = async (verb) => {
    await act(verb)
    props.reload()
  }
  return (
    <Show
      when={choice()}
      fallback={
        <div class="stack-l">
          <Told invitation={props.invitation} see={find('see')} act={see} />
          <Show when={find('consent') || find('decline')}>
            <section class="stack" aria-labelledby="h-answer">
              <h2 id="h-answer">{t('answerTitle')}</h2>
              <ul class={style.ways}>
                <For each={optionsOf(find('consent'), 'choice')}>
                  {(option, n) => (
                    <AnswerLine
                      label={option.label}
                      hint={option.hint}
                      main={n() === 0}
                      onPress={() => setChoice(option.value)}
                    />
                  )}
                </For>
                <For each={optionsOf(find('decline'), 'how')}>
                  {(option) => <Declined action={find('decline')} option={option} act={decline} />}
                </For>
              </ul>
            </section>
          </Show>
          <Show when={find('report')}>{(action) => <Report action={action()} act={report} />}</Show>
        </div>
      }
    >
      {(chosen) => (
        <Answering
          send={(form) => act('consent', { ...form, choice: chosen() })}
          onDone={() => goTo(door.page(props.invitation.id))}
          onBack={() => setChoice(undefined)}
        />
      )}
    </Show>
  )
}

type Option = { value: string; label: string; hint: string }

const optionsOf = (action: MediationAction | undefined, name: string): Option[] =>
  action?.form.find((field) => field.name === name)?.options ?? []

/** What is said before one knows anything, and what one sees once one has asked. */
function Told(props: { invitation: MediationInvitation; see: MediationAction | undefined; act: Act }) {
  return (
    <>
      <div class={`stack ${style.head}`}>
        <p class="kicker">{t('kicker')}</p>
        <h1>{t('title')}</h1>
        <p class="lede">{props.invitation.text}</p>
        <PlainList lines={t('facts')} />
      </div>
      <Show when={props.see}>
        {(action) => (
          <p class="row">
            <ActionButton action={{ ...action(), weight: 'other' }} act={props.act} />
            <span class="hint">{action().hint}</span>
          </p>
        )}
      </Show>
      <Show when={props.invitation.from}>
        {(from) => (
          <section class="stack-s" aria-labelledby="h-from">
            <h2 id="h-from">{t('fromTitle')}</h2>
            <p>
              <b dir="auto">{personName(from())}</b> <bdi class="hint">@{from().acct}</bdi>
            </p>
            <Show when={props.invitation.hopes.length > 0}>
              <p>
                {t('hopes')} {props.invitation.hopes.map((hope) => intake.hopes[hope]).join(', ')}.
              </p>
            </Show>
            <CaseContext.Provider value={barely(props.invitation.id)}>
              <Quotes quotes={props.invitation.quotes} />
            </CaseContext.Provider>
          </section>
        )}
      </Show>
    </>
  )
}

function AnswerLine(props: { label: string; hint: string; main: boolean; onPress: () => void }) {
  return (
    <li class="stack-s">
      <p>
        <Button kind={props.main ? 'main' : 'plain'} onClick={() => props.onPress()}>
          {props.label}
        </Button>
      </p>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
    </li>
  )
}

function Declined(props: { action: MediationAction | undefined; option: Option; act: Act }) {
  return (
    <Show when={props.action}>
      {(action) => (
        <li class="stack-s">
          <p>
            <ActionButton
              action={{ ...action(), weight: 'other' }}
              label={props.option.label}
              act={(verb) => props.act(verb, { how: props.option.value })}
            />
          </p>
          <Show when={props.option.hint}>
            <p class="hint">{props.option.hint}</p>
          </Show>
        </li>
      )}
    </Show>
  )
}

/** For what is no disagreement. */
function Report(props: { action: MediationAction; act: Act }) {
  const [open, setOpen] = createSignal(false)
  return (
    <section class="stack" aria-labelledby="h-report">
      <h2 id="h-report">{t('reportTitle')}</h2>
      <p>{t('report')}</p>
      <Show
        when={props.action.form.length > 0}
        fallback={
          <p>
            <ActionButton action={props.action} label={t('reportButton')} act={props.act} />
          </p>
        }
      >
        <p>
          <Button aria-expanded={open()} onClick={() => setOpen(!open())}>
            {t('reportButton')}
          </Button>
        </p>
        <Show when={open()}>
          <ActionForm action={props.action} onSend={(form) => props.act(props.action.verb, form)} />
        </Show>
      </Show>
    </section>
  )
}
