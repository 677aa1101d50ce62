import { createSignal, For, Show } from 'solid-js'
import type { MediationCandidate } from '../../../../shared/api/mediation.ts'
import { languageName } from '../../../../shared/text/language-name.ts'
import { texts } from '../../../lib/i18n.ts'
import { submitting } from '../../../lib/submit.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Tick } from '../../../ui/field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { Failed } from '../../shell/failed.tsx'
import { pictureOf } from '../../statuses/picture.ts'
import type { Act } from '../form/actions.tsx'
import style from './candidates.module.css'
import { personName } from './names.ts'

const t = texts(room)

/** The secret ballot: everyone whom one could work with is marked, and nobody sees it. */
export function Candidates(props: { candidates: readonly MediationCandidate[]; act: Act }) {
  const [changed, setChanged] = createSignal<readonly string[]>()
  const marked = () => changed() ?? props.candidates.filter((one) => one.marked).map(({ id }) => id)
  const mark = (id: string, on: boolean) => setChanged(on ? [...marked(), id] : marked().filter((one) => one !== id))
  const [pair, setPair] = createSignal(false)
  const vote = submitting(async () => {
    await props.act('vote', { acceptable: marked(), pair: pair() })
    setChanged(undefined)
    toast(t('voted'))
  })
  return (
    <section class="stack" aria-labelledby="h-candidates">
      <h2 id="h-candidates">{t('candidates')}</h2>
      <p>{t('candidatesHint')}</p>
      <ul class={style.list}>
        <For each={props.candidates}>
          {(one) => <Candidate one={one} marked={marked().includes(one.id)} onMark={(on) => mark(one.id, on)} />}
        </For>
      </ul>
      <Tick name="pair" hint={t('pairHint')} checked={pair()} onChange={setPair}>
        {t('pair')}
      </Tick>
      <Failed error={vote.error()} what={t('notSent')} />
      <p class="row">
        <Button kind="main" busy={vote.busy()} onClick={() => vote.run()}>
          {marked().length > 0 ? t('vote') : t('noneMarked')}
        </Button>
        <span class="hint">{t('voteHint')}</span>
      </p>
    </section>
  )
}

function Candidate(props: { one: MediationCandidate; marked: boolean; onMark: (on: boolean) => void }) {
  return (
    <li>
      <Avatar src={pictureOf(props.one)} name={props.one.display_name} handle={props.one.acct} />
      <div class="stack-s">
        <p>
          <b class={style.name} dir="auto">
            {personName(props.one)}
          </b>{' '}
          <bdi class="hint">@{props.one.acct}</bdi>{' '}
          <Show when={props.one.trainee}>
            <Badge>{t('trainee')}</Badge>
          </Show>{' '}
          <Show when={props.one.comrade}>
            <Badge>{t('comrade')}</Badge>
          </Show>
        </p>
        <Show when={props.one.approach}>
          <p dir="auto">{props.one.approach}</p>
        </Show>
        <Show when={props.one.languages.length > 0}>
          <p class="hint">
            {t('speaks')} {props.one.languages.map(languageName).join(', ')}.
          </p>
        </Show>
        <For each={props.one.disclosures}>{(said) => <p class="hint">{said}</p>}</For>
        <Tick name="acceptable" value={props.one.id} checked={props.marked} onChange={props.onMark}>
          {t('acceptable', personName(props.one))}
        </Tick>
      </div>
    </li>
  )
}
