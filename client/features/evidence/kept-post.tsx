import { For, type JSX, Show } from 'solid-js'
import type { EvidenceItem, EvidencePicture } from '../../../shared/api/evidence.ts'
import { texts } from '../../lib/i18n.ts'
import { evidence } from '../../locales/en/evidence.ts'
import { warningWord } from '../../session/session.ts'
import { Time } from '../../ui/time.tsx'
import lines from '../reports/reports.module.css'
import style from './evidence.module.css'

const t = texts(evidence)

interface KeptPostProps {
  item: EvidenceItem
  /** How a picture of it is shown. */
  picture: (picture: EvidencePicture) => JSX.Element
}

/** A kept post in its own words, with those that it had before, and the hash that proves both. */
export function KeptPost(props: KeptPostProps) {
  const pictures = () => [...props.item.media, ...(props.item.earlier ?? []).flatMap(({ media = [] }) => media)]
  const each = () => pictures().filter((one, n, all) => all.findIndex(({ sha256 }) => sha256 === one.sha256) === n)
  return (
    <>
      <p class="hint">
        <bdi>{props.item.author.handle}</bdi>, <Time at={props.item.created_at} />,{' '}
        {t('audience')[props.item.visibility]}
      </p>
      <Words said={props.item} lang={props.item.language ?? undefined} />
      <For each={props.item.earlier}>
        {(version) => (
          <>
            <p class="hint">
              {t('earlier')} <Time at={version.created_at} />
            </p>
            <Words said={version} lang={props.item.language ?? undefined} />
          </>
        )}
      </For>
      <For each={each()}>{(picture) => props.picture(picture)}</For>
      <p class={style.hash}>SHA-256 {props.item.sha256}</p>
    </>
  )
}

function Words(props: { said: { text: string; spoiler_text: string }; lang: string | undefined }) {
  return (
    <>
      <Show when={props.said.spoiler_text}>
        {(line) => (
          <p dir="auto">
            <b>{warningWord()}</b> {line()}
          </p>
        )}
      </Show>
      <p class={lines.said} dir="auto" lang={props.lang}>
        {props.said.text}
      </p>
    </>
  )
}
