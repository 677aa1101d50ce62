import { For, Show } from 'solid-js'
import { texts } from '../../lib/i18n.ts'
import { search } from '../../locales/en/search.ts'
import { Button } from '../../ui/button.tsx'
import { Chips, PressChip } from '../../ui/chip.tsx'
import { Empty } from '../../ui/empty.tsx'
import { announce } from '../../ui/live.tsx'
import { InUse } from '../trends/in-use.tsx'
import style from './search.module.css'

const t = texts(search)

interface StartProps {
  recent: readonly string[]
  onSearch: (q: string) => void
  onForget: () => void
}

/** Before anything was looked for: what one looked for lately, and what is looked through. */
export function Start(props: StartProps) {
  const forget = () => {
    props.onForget()
    announce(t('forgotten'))
    document.querySelector<HTMLElement>('main input[type="search"]')?.focus()
  }
  return (
    <>
      <Operators />
      <Show when={props.recent.length > 0}>
        <section class="stack-s">
          <h2>{t('recent')}</h2>
          <Chips label={t('recent')}>
            <For each={props.recent}>{(q) => <PressChip onPress={() => props.onSearch(q)}>{q}</PressChip>}</For>
          </Chips>
          <p class="hint">{t('recentHint')}</p>
          <p>
            <Button kind="quiet" onClick={forget}>
              {t('forget')}
            </Button>
          </p>
        </section>
      </Show>
      <Empty title={t('startTitle')}>
        <p>{t('start')}</p>
        <p>
          <a href="/directory">{t('directory')}</a>
        </p>
      </Empty>
      <InUse />
    </>
  )
}

/** The signs that make a search more exact, folded away until they are wanted. */
function Operators() {
  return (
    <details class={style.exactly}>
      <summary>{t('exactly')}</summary>
      <dl class={style.operators}>
        <For each={search.operators}>
          {([written, means]) => (
            <div>
              <dt>
                <code>{written}</code>
              </dt>
              <dd>{means}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  )
}
