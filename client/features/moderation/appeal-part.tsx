import { createSignal, For, Show } from 'solid-js'
import type { AppealView, CasePage } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { moderationAppeals } from '../../locales/en/moderation-appeals.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Slip } from '../../ui/slip.tsx'
import lines from '../reports/reports.module.css'
import { Failed } from '../shell/failed.tsx'
import { within } from './act.ts'

const t = texts(moderation)
const a = texts(moderationAppeals)

interface PartProps {
  page: CasePage
  appeal: AppealView
  onDone: (page: CasePage) => void
}

const said = (words: string | null) => (
  <p class={lines.said} dir="auto">
    {words}
  </p>
)

/** An appeal with its answer, and what was said to that, once. */
export function AppealPart(props: PartProps) {
  return (
    <section class="stack-s">
      <h3>{t('appeal')}</h3>
      <For each={['item', 'wrong', 'wish'] as const}>
        {(part) => (
          <Show when={props.appeal[part]}>
            <p class={lines.said} dir="auto">
              <b>{t('appealParts')[part]}</b> {props.appeal[part]}
            </p>
          </Show>
        )}
      </For>
      <Show when={props.appeal.state === 'open'} fallback={said(props.appeal.answer)}>
        <MayAnswer where="answer" {...props} />
      </Show>
      <Show when={props.appeal.follow_up}>
        {(follow) => (
          <>
            <p class={lines.said} dir="auto">
              <b>{t('appealSaid')}</b> {follow().text}
            </p>
            <Show when={follow().state === 'open'} fallback={said(follow().answer)}>
              <MayAnswer where="follow-up" {...props} />
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

/** The form to answer with, or why somebody else does. */
function MayAnswer(props: PartProps & { where: 'answer' | 'follow-up' }) {
  return (
    <Show when={props.appeal.refused} fallback={<Answer {...props} />}>
      {(why) => (
        <>
          <p class="hint">{a('refused')[why()]}</p>
          <Show when={props.appeal.vacant}>
            <Slip tone="warn">
              <p>{a('vacant')}</p>
            </Slip>
          </Show>
        </>
      )}
    </Show>
  )
}

function Answer(props: PartProps & { where: 'answer' | 'follow-up' }) {
  const [reasons, setReasons] = createSignal('')
  const give = (granted: boolean) =>
    submitting(async () => {
      const body = { granted, reasons: reasons() }
      props.onDone(await within(props.page.id, `appeals/${props.appeal.id}/${props.where}`, body))
    })
  const grant = give(true)
  const refuse = give(false)
  return (
    <Form label={t('appeal')} wide onSubmit={grant.run}>
      <TextArea
        label={t('appealReasons')}
        maxLength={2000}
        value={reasons()}
        onInput={setReasons}
        error={fieldReason(grant.error() ?? refuse.error(), 'reasons', t('blank').reasons)}
      />
      <Failed error={grant.error() ?? refuse.error()} what={t('notDone')} />
      <p class="row">
        <Button type="submit" busy={grant.busy()}>
          {t('grant')}
        </Button>
        <Button busy={refuse.busy()} onClick={() => refuse.run()}>
          {t('refuse')}
        </Button>
      </p>
    </Form>
  )
}
