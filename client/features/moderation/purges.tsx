import { For, Show } from 'solid-js'
import type { CasePage, PurgeWay } from '../../../shared/api/moderation-team.ts'
import { texts } from '../../lib/i18n.ts'
import { submitting } from '../../lib/submit.ts'
import { moderation } from '../../locales/en/moderation.ts'
import { moderationPurges } from '../../locales/en/moderation-purges.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { peerPage } from '../peers/paths.ts'
import { Failed } from '../shell/failed.tsx'
import { inCase } from './act.ts'
import style from './case.module.css'

const t = texts(moderationPurges)
const m = texts(moderation)

interface PartProps {
  page: CasePage
  onDone: (page: CasePage) => void
}

/** Which other servers were asked to delete what was deleted here, and what became of it. */
export function Purges(props: PartProps) {
  const hosts = () => [...new Map(props.page.purges.map((way) => [way.host, way])).values()]
  return (
    <Show when={props.page.purges.length > 0}>
      <section class={`${style.part} stack-s`}>
        <h2>{t('title')}</h2>
        <p class="hint">{t('text')}</p>
        <For each={hosts()}>{(way) => <Way way={way} {...props} />}</For>
      </section>
    </Show>
  )
}

function Way(props: PartProps & { way: PurgeWay }) {
  const write = submitting(async () => {
    props.onDone(await inCase(props.page.id, 'letters', { host: props.way.host }))
  })
  return (
    <div class="stack-s">
      <p>
        <b>{props.way.host}</b> {t('state')[props.way.state]}, <Time at={props.way.at} />
        <Show when={props.way.letter_at}>
          {(at) => (
            <>
              ; {t('letterAt')} <Time at={at()} />
            </>
          )}
        </Show>
      </p>
      <Show when={props.way.state !== 'delivered' && !props.way.letter_at}>
        <Show
          when={props.way.email}
          fallback={
            <p>
              {t('noAddress')} <a href={peerPage(props.way.host)}>{t('who')}</a>
            </p>
          }
        >
          <Failed error={write.error()} what={m('notDone')} />
          <p>
            <Button busy={write.busy()} onClick={() => write.run()}>
              {t('letter')}
              <span class="sr"> {props.way.host}</span>
            </Button>
          </p>
        </Show>
      </Show>
    </div>
  )
}
