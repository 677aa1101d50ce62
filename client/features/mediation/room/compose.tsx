import { createSignal, Show } from 'solid-js'
import type { MediationQuote, MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Slip } from '../../../ui/slip.tsx'
import { Failed } from '../../shell/failed.tsx'
import { draftAt, keepDraft } from '../drafts.ts'
import { QuotePicker } from './quote-picker.tsx'

const t = texts(room)

type Stream = MediationView['streams'][number]

interface ComposeProps {
  caseId: string
  stream: Stream
  /** To whom one writes here. */
  to: string
  /** Who else reads it, where that is asked before sending. */
  readBy: string | undefined
  quotes: readonly MediationQuote[]
  write: (stream: string, text: string, quoteIds: readonly string[]) => Promise<void>
}

/** A box to write in one part of the room. A draft can always be written; what failed to go is still there. */
export function Compose(props: ComposeProps) {
  const place = () => `${props.caseId} ${props.stream.name}`
  const text = () => draftAt(place())
  const [quoted, setQuoted] = createSignal<readonly string[]>([])
  const [sure, setSure] = createSignal(false)
  const why = () => {
    if (!props.stream.can_write) return props.stream.why_not ?? undefined
    if (text().trim() === '') return t('empty')
    return text().length > props.stream.max ? t('tooLong') : undefined
  }
  const send = submitting(async () => {
    if (why()) return
    if (props.readBy && !sure()) {
      setSure(true)
      return
    }
    await props.write(props.stream.name, text(), quoted()).finally(() => setSure(false))
    keepDraft(place(), '')
    setQuoted([])
  })
  return (
    <Form label={props.to} onSubmit={send.run} wide>
      <TextArea
        label={props.to}
        hint={`${t('writeHint', props.stream.max)} ${t('left', props.stream.max - text().length)}`}
        rows={3}
        dir="auto"
        value={text()}
        onInput={(now) => {
          keepDraft(place(), now)
          setSure(false)
        }}
      />
      <QuotePicker quotes={props.quotes} chosen={quoted()} onChoose={setQuoted} />
      <Failed error={send.error()} what={t('notSent')} />
      <Show when={!props.stream.can_write && props.stream.why_not}>{(reason) => <p class="hint">{reason()}</p>}</Show>
      <Show
        when={sure()}
        fallback={
          <p class="row">
            <Button type="submit" busy={send.busy()} why={why()}>
              {t('send')}
            </Button>
          </p>
        }
      >
        <Slip tone="here" role="alert">
          <p>
            <b>{t('willRead', props.readBy ?? '')}</b> {t('willReadText')}
          </p>
          <p class="row">
            <Button type="submit" kind="main" busy={send.busy()}>
              {t('sendYes')}
            </Button>
            <Button kind="quiet" onClick={() => setSure(false)}>
              {t('sendNo')}
            </Button>
          </p>
        </Slip>
      </Show>
    </Form>
  )
}
