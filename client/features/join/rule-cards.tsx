import { For, type JSX, Show } from 'solid-js'
import type { Rule } from '../../../shared/api/about.ts'
import { texts } from '../../lib/i18n.ts'
import { join } from '../../locales/en/join.ts'
import { Button } from '../../ui/button.tsx'
import style from './rulecards.module.css'

const t = texts(join)

interface CardsProps {
  rules: readonly Rule[]
  isAgreed: (ruleId: string) => boolean
  onAgree: (ruleId: string, agreed: boolean) => void
  /** What stands under a rule besides its example. */
  more?: (rule: Rule) => JSX.Element
}

/** The ground rules, each in its own words with one example, each agreed to by itself. */
export function RuleCards(props: CardsProps) {
  return (
    <ol>
      <For each={props.rules}>
        {(rule) => (
          <li class={style.card}>
            <span class={style.number} aria-hidden="true">
              {rule.number}
            </span>
            <div class={style.body}>
              <h2 id={`rule-${rule.id}`} dir="auto">
                {rule.text}
              </h2>
              <Below rule={rule} />
              <Show when={rule.hint}>
                <p class="hint" dir="auto">
                  {rule.hint}
                </p>
              </Show>
              {props.more?.(rule)}
              <label class={style.tick}>
                <input
                  type="checkbox"
                  aria-describedby={`rule-${rule.id}`}
                  checked={props.isAgreed(rule.id)}
                  onChange={(event) => props.onAgree(rule.id, event.currentTarget.checked)}
                />
                <span>{props.isAgreed(rule.id) ? t('agreed') : t('keepTo')}</span>
              </label>
            </div>
          </li>
        )}
      </For>
    </ol>
  )
}

function Below(props: { rule: Rule }) {
  return (
    <Show when={props.rule.children.length > 0}>
      <ol class={style.sub}>
        <For each={props.rule.children}>
          {(child) => (
            <li>
              <span>{child.number}</span>
              <span dir="auto">{child.text}</span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}

interface TallyProps {
  agreed: number
  of: number
  /** The words on the button, and what it does once all are agreed. */
  button: string
  busy?: boolean
  describedBy: string
  onGo: () => void
}

/** How many are agreed, always in view, and the way on. */
export function Tally(props: TallyProps) {
  const left = () => props.of - props.agreed
  return (
    <div class={style.tally}>
      <p role="status">
        <b>{props.agreed}</b> <b>{t('tallyOf', props.of)}</b> {t('tallyAgreed')}
      </p>
      <Button
        kind="main"
        busy={props.busy}
        why={left() > 0 ? t('missing', left()) : undefined}
        aria-describedby={props.describedBy}
        onClick={() => props.onGo()}
      >
        {props.button}
      </Button>
    </div>
  )
}
