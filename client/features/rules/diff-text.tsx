import { For, Match, Switch } from 'solid-js'
import { rules } from '../../../shared/locales/en/rules.ts'
import type { Segment } from '../../../shared/text/word-diff.ts'
import { texts } from '../../lib/i18n.ts'
import style from './diff.module.css'

const t = texts(rules)

/** A text with what goes struck and what is new underlined; both are said aloud too, as most readers skip such marks. */
export function DiffText(props: { segments: readonly Segment[] }) {
  return (
    <span dir="auto" class={style.text}>
      <For each={props.segments}>
        {(segment) => (
          <Switch fallback={segment.text}>
            <Match when={segment.change === 'removed'}>
              <del class={style.removed}>
                <span class="sr">{t('beginRemoved')}</span>
                {segment.text}
                <span class="sr">{t('endChange')}</span>
              </del>
            </Match>
            <Match when={segment.change === 'added'}>
              <ins class={style.added}>
                <span class="sr">{t('beginAdded')}</span>
                {segment.text}
                <span class="sr">{t('endChange')}</span>
              </ins>
            </Match>
          </Switch>
        )}
      </For>
    </span>
  )
}
