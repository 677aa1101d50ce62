import { createSignal, For, Show } from 'solid-js'
import type { CaseContext, CasePage, CasePost, CaseReport } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { Button } from '../../ui/button.tsx'
import { Slip } from '../../ui/slip.tsx'
import { Time } from '../../ui/time.tsx'
import { KeptPost } from '../evidence/kept-post.tsx'
import lines from '../reports/reports.module.css'
import { profileHref } from '../statuses/address.ts'
import { MODERATION } from './act.ts'
import style from './case.module.css'
import { runbookOf } from './runbook.ts'

const t = texts(moderation)

/** What stands between who looks and the case. */
export function Conflicts(props: { page: CasePage }) {
  return (
    <For each={props.page.conflicts}>
      {(conflict) => (
        <Slip tone={conflict.hard ? 'danger' : 'info'}>
          <p>{t('conflicts')[conflict.kind]}</p>
        </Slip>
      )}
    </For>
  )
}

/** What is known of the account, as numbers. */
export function History(props: { page: CasePage }) {
  const of = () => props.page.history
  const stands = () =>
    (['frozen', 'limited', 'suspended', 'removed'] as const).filter((name) => props.page.standing[name])
  return (
    <section class="stack-s">
      <h2>{t('history')}</h2>
      <p>
        <Show when={props.page.about} fallback={<bdi>@{props.page.about_name}</bdi>}>
          {(who) => (
            <a href={profileHref(who())}>
              <bdi>@{who().acct}</bdi>
            </a>
          )}
        </Show>
        <Show when={of().joined_at}>
          {(at) => (
            <>
              , {t('joined')} <Time at={at()} as="date" />
            </>
          )}
        </Show>
        <For each={stands()}>{(name) => <>, {t('standing')[name]}</>}</For>
      </p>
      <p>
        {t('historyReports', of().reports, of().unfounded)} {t('historyStrikes', of().strikes, of().appeals_granted)}
      </p>
    </section>
  )
}

/** The steps for a hard case, or for the first of the rules that were reported. */
export function Runbook(props: { page: CasePage }) {
  return (
    <Show when={runbookOf(props.page)}>
      {(steps) => (
        <Slip tone="here">
          <p>
            <b>{t('runbook')}</b>
          </p>
          <ol class="stack-s">
            <For each={steps()}>{(step) => <li>{step}</li>}</For>
          </ol>
        </Slip>
      )}
    </Show>
  )
}

/** One report: who says what, and the posts as they were kept. */
export function ReportPart(props: { report: CaseReport }) {
  const it = () => props.report
  const from = () =>
    it().from ? `${t('from')} @${it().from?.acct}` : it().host ? t('fromServer', it().host ?? '') : t('fromNobody')
  return (
    <section class={`${style.part} stack-s`}>
      <h3>{from()}</h3>
      <p class="hint">
        <Time at={it().created_at} />. <Show when={it().about_self}>{t('aboutSelf')}</Show>{' '}
        <Show when={it().auto_open}>{t('autoOpen')}</Show>
      </p>
      <For each={it().rules}>{(rule) => <p>{t('ruleLine', rule.number, rule.version, rule.text)}</p>}</For>
      <Show when={it().comment}>
        <p class={lines.said} dir="auto">
          {it().comment}
        </p>
      </Show>
      <p>
        {t('wish')} {t('wishes')[it().wish]}.
      </p>
      <For each={it().additions}>
        {(more) => (
          <p class={lines.said} dir="auto">
            <b>{t('added')}</b> {more.text}
          </p>
        )}
      </For>
      <Show when={!it().intact}>
        <Slip tone="danger" role="alert">
          <p>{t('notIntact')}</p>
        </Slip>
      </Show>
      <Evidence report={it()} />
    </section>
  )
}

function Evidence(props: { report: CaseReport }) {
  return (
    <>
      <Show when={props.report.evidence.length > 0}>
        <h4>{t('evidence')}</h4>
        <For each={props.report.evidence}>
          {(item) => (
            <div class="stack-s">
              <KeptPost
                item={item}
                picture={({ sha256, description }) => (
                  <Picture id={props.report.id} sha256={sha256} description={description} />
                )}
              />
            </div>
          )}
        </For>
      </Show>
      <Show when={props.report.missing.length}>{(n) => <p class="hint">{t('missing', n())}</p>}</Show>
    </>
  )
}

/** A picture stays away until it is asked for, and is grey then. */
function Picture(props: { id: string; sha256: string | null; description: string }) {
  const [shown, setShown] = createSignal(false)
  return (
    <Show when={props.sha256}>
      {(hash) => (
        <Show when={shown()} fallback={<Button onClick={() => setShown(true)}>{t('showPicture')}</Button>}>
          <img
            class={style.picture}
            src={`${MODERATION}/reports/${props.id}/pictures/${hash()}`}
            alt={props.description || t('evidence')}
          />
        </Show>
      )}
    </Show>
  )
}

/** A post in its place in its conversation. */
export function InPlace(props: { context: CaseContext }) {
  return (
    <section class={`${style.part} stack-s`}>
      <h3>{t('context')}</h3>
      <Show when={props.context.gone}>{(by) => <p>{by() === 'author' ? t('byAuthor') : t('byModerators')}</p>}</Show>
      <For each={props.context.before}>{(post) => <Post post={post} />}</For>
      <Show when={props.context.post}>
        {(post) => (
          <div class={style.here}>
            <Post post={post()} />
          </div>
        )}
      </Show>
      <For each={props.context.after}>{(post) => <Post post={post} />}</For>
    </section>
  )
}

function Post(props: { post: CasePost }) {
  return (
    <p class={lines.said} dir="auto">
      <span class="hint">
        <bdi>@{props.post.author.acct}</bdi>, <Time at={props.post.created_at} />
        <Show when={props.post.hidden}>, {t('hiddenNow')}</Show>
      </span>{' '}
      <Show when={props.post.spoiler_text}>
        <b>{props.post.spoiler_text}</b>{' '}
      </Show>
      {props.post.text}
    </p>
  )
}

/** What speaks for somebody being another, who is blocked. */
export function Signals(props: { page: CasePage }) {
  return (
    <Show when={props.page.signals.length > 0}>
      <section class="stack-s">
        <h2>{t('signals')}</h2>
        <ul>
          <For each={props.page.signals}>
            {({ what, weight }) => <li>{`${t('signal')[what] ?? what} (${weight})`}</li>}
          </For>
        </ul>
        <p class="hint">{t('signalsText')}</p>
      </section>
    </Show>
  )
}
