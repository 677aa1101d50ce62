import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { WarningTopic } from '../../../shared/api/warnings.ts'
import { sharedLimits } from '../../../shared/limits.ts'
import { texts } from '../../lib/i18n.ts'
import { composer } from '../../locales/en/composer.ts'
import { Chips, ToggleChip } from '../../ui/chip.tsx'
import { warningTopics } from '../warnings/topics.ts'
import style from './composer.module.css'
import { names, toggled } from './warning.ts'

const t = texts(composer)

/** The community's topics as chips, and below them what is said about those that are chosen or looked at. */
export function WarningChips(props: { line: string; onLine: (line: string) => void }) {
  const id = createUniqueId()
  const [pointed, setPointed] = createSignal<WarningTopic>()
  const chosen = () => warningTopics().filter((topic) => names(props.line, topic))
  const full = () =>
    chosen().length >= sharedLimits.warningTopics ? t('cwFull', sharedLimits.warningTopics) : undefined
  const guided = () => {
    const topic = pointed()
    return topic ? [topic] : chosen()
  }
  const point = (topic: WarningTopic, here: boolean) =>
    setPointed((before) => (here ? topic : before?.slug === topic.slug ? undefined : before))
  return (
    <>
      <Chips label={t('cwTopics')} scrolling>
        <For each={warningTopics()}>
          {(topic) => (
            <ToggleChip
              pressed={names(props.line, topic)}
              why={names(props.line, topic) ? undefined : full()}
              describedBy={pointed()?.slug === topic.slug ? id : undefined}
              onPoint={(here) => point(topic, here)}
              onToggle={() => props.onLine(toggled(props.line, topic))}
            >
              {topic.label}
            </ToggleChip>
          )}
        </For>
      </Chips>
      <div class={style.guide} id={id}>
        <For each={guided()} fallback={<p>{t('cwHint')}</p>}>
          {(topic) => <Guidance topic={topic} />}
        </For>
        <Show when={full()}>{(why) => <p>{why()}</p>}</Show>
      </div>
    </>
  )
}

function Guidance(props: { topic: WarningTopic }) {
  return (
    <p>
      <b>{props.topic.label}</b> {props.topic.guidance}{' '}
      <Show when={props.topic.required_for}>
        {(what) => (
          <>
            {t('expectedFor')} {what()} {t('neverNeeded')}
          </>
        )}
      </Show>
    </p>
  )
}
