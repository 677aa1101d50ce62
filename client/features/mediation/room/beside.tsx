import { For, Show } from 'solid-js'
import type { MediationPerson, MediationView } from '../../../../shared/api/mediation.ts'
import { texts } from '../../../lib/i18n.ts'
import { intake } from '../../../locales/en/mediation-intake.ts'
import { room } from '../../../locales/en/mediation-room.ts'
import { screening } from '../../../locales/en/mediation-screening.ts'
import { useDoor } from '../door.ts'
import { personName } from './names.ts'
import { Quotes } from './quotes.tsx'
import style from './room.module.css'

const t = texts(room)

const GOING: readonly string[] = ['matching', 'opening', 'active', 'signing', 'follow_up']

/** What one should know of this room: who is here, what is kept, that ending is normal. */
export function BesideRoom(props: { view: MediationView }) {
  const goes = () => GOING.includes(props.view.state)
  const door = useDoor()
  const keepsText = () => goes() || props.view.state === 'closed'
  return (
    <aside class={style.context} aria-label={t('besides')}>
      <Show when={goes()}>
        <Who view={props.view} />
      </Show>
      <Show when={props.view.role === 'coordinator' && props.view.parties}>
        {(sides) => (
          <section>
            <h2>{t('whoTheyAre')}</h2>
            <dl class={style.facts}>
              <Somebody person={sides().a} role={t('sideA')} />
              <Somebody person={sides().b} role={t('sideAbout')} />
            </dl>
          </section>
        )}
      </Show>
      <Wrote view={props.view} />
      <Show when={keepsText()}>
        <section>
          <h2>{t('keptTitle')}</h2>
          <p>{t('kept30')}</p>
        </section>
      </Show>
      <Show when={goes()}>
        <section>
          <h2>{t('endTitle')}</h2>
          <p>{t('end')}</p>
        </section>
      </Show>
      <Show when={keepsText() && (props.view.role === 'a' || props.view.role === 'b')}>
        <section>
          <h2>{t('exportTitle')}</h2>
          <p>{t('exportHint')}</p>
          <p>
            <a href={door.exported(props.view.id)} download="" rel="external">
              {t('export')}
            </a>
          </p>
        </section>
      </Show>
    </aside>
  )
}

/** Somebody by name and address, and what they are here. */
function Somebody(props: { person: MediationPerson; role: string }) {
  return (
    <div>
      <dt dir="auto">
        {personName(props.person)} <bdi class="hint">@{props.person.acct}</bdi>
      </dt>
      <dd>{props.role}</dd>
    </div>
  )
}

function Who(props: { view: MediationView }) {
  const isMediator = () => props.view.role === 'mediator'
  const sees = () => ['mediator', 'co_mediator', 'interpreter'].includes(props.view.role)
  return (
    <section>
      <h2>{t('whoTitle')}</h2>
      <dl class={style.facts}>
        <Show when={!isMediator()}>
          <div>
            <dt dir="auto">
              {props.view.mediator ? `${personName(props.view.mediator)}, ${t('mediator')}` : t('theMediator')}
            </dt>
            <dd>{props.view.mediator ? t('roleMediator') : t('nobodyYet')}</dd>
          </div>
        </Show>
        <Show when={!isMediator() && props.view.other}>
          {(other) => (
            <div>
              <dt dir="auto">{personName(other())}</dt>
              <dd>{props.view.mode === 'joint' ? t('roleOtherJoint') : t('roleOther')}</dd>
            </div>
          )}
        </Show>
        <Show when={props.view.role !== 'co_mediator' && props.view.co_mediator}>
          {(second) => (
            <div>
              <dt dir="auto">
                {personName(second())}, {t('secondMediator')}
              </dt>
              <dd>{isAskedAbout(props.view, 'co') ? t('askedAbout') : t('roleSecond')}</dd>
            </div>
          )}
        </Show>
        <Show when={props.view.role !== 'interpreter' && props.view.interpreter}>
          {(one) => (
            <div>
              <dt dir="auto">
                {personName(one())}, {t('interpreterIs')}
              </dt>
              <dd>{isAskedAbout(props.view, 'interpreter') ? t('askedAbout') : t('roleInterpreter')}</dd>
            </div>
          )}
        </Show>
        <Show when={sees() && props.view.parties}>
          {(sides) => (
            <>
              <div>
                <dt dir="auto">{personName(sides().a)}</dt>
                <dd>{t('sideA')}</dd>
              </div>
              <div>
                <dt dir="auto">{personName(sides().b)}</dt>
                <dd>{t('sideB')}</dd>
              </div>
              <Show when={isMediator()}>
                <div>
                  <dt>{t('mediatorYou')}</dt>
                  <dd>{t('roleMediator')}</dd>
                </div>
              </Show>
            </>
          )}
        </Show>
      </dl>
    </section>
  )
}

/** Whether this side is asked about somebody and has not said yes. */
const isAskedAbout = ({ actions }: MediationView, who: 'co' | 'interpreter') =>
  actions.some(({ verb }) => verb === `agree_${who}`)

/** What was written at the start, the posts it is about, and for coordinators the answer that they may look at. */
function Wrote(props: { view: MediationView }) {
  return (
    <>
      <Show when={props.view.flagged.length > 0}>
        <section>
          <h2>{t('flagged')}</h2>
          <For each={props.view.flagged}>
            {({ question, answer }) => (
              <p>
                {screening.questions[question]} <b>{screening.answers[answer]}</b>
              </p>
            )}
          </For>
        </section>
      </Show>
      <Show when={props.view.intake?.story}>
        {(story) => (
          <section>
            <h2>{props.view.role === 'a' ? t('whatYouWrote') : t('whatTheyWrote')}</h2>
            <p class={style.words} dir="auto">
              {story()}
            </p>
          </section>
        )}
      </Show>
      <Show when={props.view.hopes.length > 0}>
        <section>
          <h2>{t('hopes')}</h2>
          <p>{props.view.hopes.map((hope) => intake.hopes[hope]).join(', ')}</p>
        </section>
      </Show>
      <Show when={props.view.quotes.length > 0}>
        <section>
          <h2>{t('postsTitle')}</h2>
          <Quotes quotes={props.view.quotes} />
        </section>
      </Show>
    </>
  )
}
