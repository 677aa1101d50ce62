import { For, Show } from 'solid-js'
import type { Collection } from '../../../shared/api/collections.ts'
import { send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import type { Loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { collections } from '../../locales/en/collections.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Slip } from '../../ui/slip.tsx'
import { toast } from '../../ui/toast.tsx'
import { countNotices } from '../notices/unread.ts'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { CollectionPart } from './collection-part.tsx'
import { COLLECTIONS, loadCollections } from './load.ts'

const t = texts(collections)

/** All collections; first whether one would stand in those for which one is asked. */
export function Collections() {
  const all = loadCollections()
  const asked = () => all.value()?.filter(({ me }) => me === 'asked') ?? []
  const others = () => all.value()?.filter(({ me }) => me !== 'asked') ?? []
  return (
    <Show when={all.value()} fallback={<Waiting label={t('title')} from={all} />}>
      <div class="stack-l">
        <For each={asked()}>{(one) => <Question of={one} from={all} />}</For>
        <p class="hint">{t('lede')}</p>
        <For
          each={others()}
          fallback={
            <Show when={asked().length === 0}>
              <Empty title={t('none')}>
                <p>{t('noneText')}</p>
              </Empty>
            </Show>
          }
        >
          {(one) => (
            <CollectionPart of={one} level={2}>
              <Show when={one.me === 'shown'}>
                <Standing of={one} from={all} />
              </Show>
            </CollectionPart>
          )}
        </For>
      </div>
    </Show>
  )
}

interface AnswerProps {
  of: Collection
  from: Loaded<Collection[]>
}

function answering(props: AnswerProps, yes: boolean) {
  return submitting(async () => {
    await send('POST', `${COLLECTIONS}/${props.of.id}/answer`, { yes })
    toast(yes ? t('saidYes') : t('saidNo'))
    countNotices()
    props.from.reload()
  })
}

function Question(props: AnswerProps) {
  const [yes, no] = [answering(props, true), answering(props, false)]
  return (
    <Slip tone="info">
      <p>
        <b dir="auto">{t('askedTitle', props.of.title)}</b>
      </p>
      <Show when={props.of.about}>
        <p dir="auto">{props.of.about}</p>
      </Show>
      <p>{t('askedText')}</p>
      <Failed error={yes.error() ?? no.error()} what={t('notDone')} />
      <p class="row">
        <Button busy={yes.busy()} onClick={() => yes.run()}>
          {t('yes')}
        </Button>
        <Button kind="quiet" busy={no.busy()} onClick={() => no.run()}>
          {t('no')}
        </Button>
      </p>
    </Slip>
  )
}

function Standing(props: AnswerProps) {
  const leave = answering(props, false)
  return (
    <>
      <p class="row">
        <span>{t('shown')}</span>
        <Button kind="quiet" busy={leave.busy()} onClick={() => leave.run()}>
          {t('leave')}
        </Button>
      </p>
      <Failed error={leave.error()} what={t('notDone')} />
    </>
  )
}
