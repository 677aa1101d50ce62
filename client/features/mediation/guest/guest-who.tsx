import { createSignal, For, Show } from 'solid-js'
import type { MediationIntake, MediationView } from '../../../../shared/api/mediation.ts'
import { send } from '../../../api/http.ts'
import { texts } from '../../../lib/i18n.ts'
import { fieldReason } from '../../../lib/reason.ts'
import { submitting } from '../../../lib/submit.ts'
import { guestWords } from '../../../locales/en/mediation-guest.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { Button } from '../../../ui/button.tsx'
import { Choices, TextField, Tick } from '../../../ui/field.tsx'
import { useDoor } from '../door.ts'
import { StepFrame } from '../intake/step-frame.tsx'
import type { OpenCase } from '../open-case.ts'
import { personName } from '../room/names.ts'

const t = texts(guestWords)

/** How many posts a request can name. */
const MOST = 10

interface WhoProps {
  view: MediationView
  kept: Partial<MediationIntake>
  of: OpenCase
  goOn: () => void
}

/** The first step of a guest's request: a member by name, then what the two wrote to each other. */
export function GuestWho(props: WhoProps) {
  const [again, setAgain] = createSignal(false)
  return (
    <Show when={!again() && props.view.other} fallback={<Named {...props} done={() => setAgain(false)} />}>
      <Posts {...props} change={() => setAgain(true)} />
    </Show>
  )
}

function Named(props: WhoProps & { done: () => void }) {
  const door = useDoor()
  const [handle, setHandle] = createSignal('')
  const go = submitting(async () => {
    await send('POST', door.about ?? '', { handle: handle() })
    props.of.reload()
    props.done()
  })
  return (
    <StepFrame title={t('whoTitle')} lede={t('whoLede')} submit={go} back={undefined}>
      <TextField
        label={t('who')}
        hint={t('whoHint')}
        name="handle"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        value={handle()}
        onInput={setHandle}
        error={fieldReason(go.error(), 'handle')}
      />
    </StepFrame>
  )
}

function Posts(props: WhoProps & { change: () => void }) {
  const [picked, setPicked] = createSignal<readonly string[]>(props.kept.status_ids ?? [])
  const pick = (id: string, on: boolean) => setPicked((now) => (on ? [...now, id] : now.filter((one) => one !== id)))
  const go = submitting(async () => {
    await props.of.act('save', { status_ids: picked() })
    props.goOn()
  })
  return (
    <StepFrame
      title={intake.whoTitle(personName(props.view.other))}
      lede={intake.whoLede}
      submit={go}
      back={undefined}
      why={picked().length > MOST ? intake.tooManyPosts(MOST) : undefined}
    >
      <p>
        <Button kind="quiet" onClick={() => props.change()}>
          {t('whoChange')}
        </Button>
      </p>
      <Show when={props.view.quotable.length > 0} fallback={<p>{intake.noPosts}</p>}>
        <Choices legend={t('whoPosts')} hint={t('whoPostsHint')}>
          <For each={props.view.quotable}>
            {(post) => (
              <Tick
                name="status_ids"
                value={post.id}
                checked={picked().includes(post.id)}
                onChange={(on) => pick(post.id, on)}
                hint={post.author}
              >
                <span dir="auto">{post.spoiler_text || post.text || intake.noWords}</span>
              </Tick>
            )}
          </For>
        </Choices>
      </Show>
    </StepFrame>
  )
}
