import { createSignal, For, Show } from 'solid-js'
import type { PublicPaper, Transparency, TransparencyEntry } from '../../shared/api/staff.ts'
import { read } from '../api/http.ts'
import { Failed } from '../features/shell/failed.tsx'
import { Main } from '../features/shell/main.tsx'
import { Waiting } from '../features/shell/waiting.tsx'
import style from '../features/transparency/transparency.module.css'
import { texts } from '../lib/i18n.ts'
import { loaded } from '../lib/loaded.ts'
import { submitting } from '../lib/submit.ts'
import { transparency } from '../locales/en/house-staff.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

const t = texts(transparency)
const PATH = '/api/community/v1/transparency'

/** `/transparency`: what was decided here, about nobody in particular. */
export function Page() {
  const first = loaded(
    () => undefined,
    (_, signal) => read<Transparency>(PATH, { signal }),
  )
  const papers = loaded(
    () => undefined,
    (_, signal) => read<PublicPaper[]>('/api/community/v1/papers', { signal }),
  )
  return (
    <Main title={t('title')}>
      <p>{t('lede')}</p>
      <Show when={first.value()} fallback={<Waiting label={t('loading')} from={first} />}>
        {(doc) => (
          <>
            <Entries first={doc()} />
            <Halves of={doc().halves} />
            <Domains of={doc().domains} />
          </>
        )}
      </Show>
      <p>
        <a href="/rules/history">{t('rules')}</a>
      </p>
      <p>
        <a href="/takedown">{t('takedown')}</a>
      </p>
      <Show when={papers.value()?.length}>
        <p>
          <a href="/papers">{t('papersTitle')}</a>
        </p>
      </Show>
    </Main>
  )
}

function Entries(props: { first: Transparency }) {
  const [more, setMore] = createSignal<Transparency[]>([])
  const entries = () => [props.first, ...more()].flatMap((doc) => doc.entries)
  const next = () => (more().at(-1) ?? props.first).next
  const asking = submitting(async () => {
    const older = await read<Transparency>(`${PATH}?page=${next()}`)
    setMore((before) => [...before, older])
  })
  return (
    <Show
      when={entries().length > 0}
      fallback={
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      }
    >
      <ul class={style.list}>
        <For each={entries()}>{(entry) => <Entry entry={entry} />}</For>
      </ul>
      <Failed error={asking.error()} what={t('notLoaded')} />
      <Show when={next()}>
        <p class="row">
          <Button busy={asking.busy()} onClick={() => asking.run()}>
            {t('more')}
          </Button>
        </p>
      </Show>
    </Show>
  )
}

function Entry(props: { entry: TransparencyEntry }) {
  const how = () => {
    const { rule, rule_version: version, remote, by_two: two, appeal, reverted } = props.entry
    const words = [rule ? t('rule', rule, version) : '', t(remote ? 'remote' : 'local'), t(two ? 'byTwo' : 'byOne')]
    return [...words, appeal ? t('appeal')[appeal] : '', reverted ? t('reverted') : ''].filter(Boolean).join(', ')
  }
  return (
    <li>
      <p class={style.week}>{t('week', props.entry.week)}</p>
      <p>
        <b>{transparency.actions[props.entry.action] ?? props.entry.action}</b>
      </p>
      <p class="hint">{how()}</p>
    </li>
  )
}

function Halves(props: { of: Transparency['halves'] }) {
  return (
    <Show when={props.of.length > 0}>
      <section class="stack-s">
        <h2>{t('halves')}</h2>
        <For each={props.of}>
          {(half) => (
            <>
              <h3>{t('half', half.from, half.until)}</h3>
              <ul>
                <For each={half.actions}>
                  {({ action, count, reverted }) => (
                    <li>
                      {transparency.actions[action] ?? action}: {t('counted', count, reverted)}
                    </li>
                  )}
                </For>
              </ul>
            </>
          )}
        </For>
      </section>
    </Show>
  )
}

function Domains(props: { of: Transparency['domains'] }) {
  return (
    <section class="stack-s">
      <h2>{t('domains')}</h2>
      <Show when={props.of.length > 0} fallback={<p>{t('domainsNone')}</p>}>
        <ul class={style.list}>
          <For each={props.of}>
            {(one) => (
              <li>
                <p>
                  <b>{one.domain}</b>{' '}
                  {one.decisions.map((decision) => transparency.decisions[decision] ?? decision).join(', ')}
                </p>
                <p class="hint">
                  {one.decided_at} <bdi>{one.reason}</bdi>
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
