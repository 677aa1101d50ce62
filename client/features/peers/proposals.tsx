import { createSignal, For, Show } from 'solid-js'
import type { ServerProposal } from '../../../shared/api/peers.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Listed } from '../../lib/listed.ts'
import { fieldReason } from '../../lib/reason.ts'
import { submitting } from '../../lib/submit.ts'
import { peers } from '../../locales/en/peers.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Time } from '../../ui/time.tsx'
import { toast } from '../../ui/toast.tsx'
import { Failed } from '../shell/failed.tsx'
import { SERVERS } from './paths.ts'
import { Section } from './peer-about.tsx'
import { PreviewOf } from './preview.tsx'

const t = texts(peers)

interface PartProps {
  list: Listed<ServerProposal>
  onAnswered: () => void
}

/** What cuts servers off and waits for a second person. */
export function ServerProposals(props: PartProps) {
  return (
    <Show when={props.list.items()?.length}>
      <Section id="proposals" title={t('proposals')} hint={t('twoText')}>
        <For each={props.list.items()}>{(proposal) => <Proposal proposal={proposal} {...props} />}</For>
      </Section>
    </Show>
  )
}

function Proposal(props: PartProps & { proposal: ServerProposal }) {
  const one = () => props.proposal
  return (
    <div class="stack-s">
      <h3>{t('proposalWhat')[one().what](one().domain)}</h3>
      <p class="hint">
        {one().by ? t('byWhom', one().by ?? '') : ''}, <Time at={one().created_at} />
      </p>
      <p dir="auto">{one().public_reason || t('noReason')}</p>
      <Show when={one().private_reason}>
        <p dir="auto">
          {t('privateReason')}: {one().private_reason}
        </p>
      </Show>
      <Show when={one().ends_at}>
        {(ends) => (
          <p>
            {t('until')} <Time at={ends()} as="date" />
          </p>
        )}
      </Show>
      <PreviewOf what={one().what} domain={one().domain} cutOff />
      <Show when={one().holds}>{(holds) => <p>{t('holds')[holds()]}</p>}</Show>
      <Show when={one().refused}>{(refused) => <p>{t('refused')[refused()]}</p>}</Show>
      <Show when={!one().refused || one().mine}>
        <Answer {...props} />
      </Show>
    </div>
  )
}

function Answer(props: PartProps & { proposal: ServerProposal }) {
  const [reason, setReason] = createSignal('')
  const give = (answer: 'confirm' | 'reject') =>
    submitting(async () => {
      const { id, sha256 } = props.proposal
      const body = { sha256, answer, reason: reason() }
      const left = await send<ServerProposal[]>('POST', `${SERVERS}/proposals/${id}/answer`, body)
      toast(t('answered'))
      props.onAnswered()
      props.list.change(() => left)
    })
  const agree = give('confirm')
  const reject = give('reject')
  return (
    <Form label={t('proposals')} onSubmit={props.proposal.mine ? reject.run : agree.run}>
      <TextArea
        label={t('yourReason')}
        rows={2}
        maxLength={2000}
        dir="auto"
        value={reason()}
        onInput={setReason}
        error={fieldReason(agree.error() ?? reject.error(), 'reason', t('reasonBlank'))}
      />
      <Failed error={agree.error() ?? reject.error()} what={t('notDone')} />
      <p class="row">
        <Show when={!props.proposal.mine}>
          <Button type="submit" kind="main" busy={agree.busy()}>
            {t('agree')}
          </Button>
        </Show>
        <Button busy={reject.busy()} onClick={() => reject.run()}>
          {props.proposal.mine ? t('withdraw') : t('reject')}
        </Button>
      </p>
    </Form>
  )
}
