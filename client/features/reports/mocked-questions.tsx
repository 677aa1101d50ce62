import { For, Show } from 'solid-js'
import type { MockedQuestion } from '../../../shared/api/moderation-team.ts'
import { read, send } from '../../api/http.ts'
import { texts } from '../../lib/i18n.ts'
import { type Loaded, loaded } from '../../lib/loaded.ts'
import { submitting } from '../../lib/submit.ts'
import { mocked } from '../../locales/en/mocked.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Time } from '../../ui/time.tsx'
import { Failed } from '../shell/failed.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { profileHref } from '../statuses/address.ts'
import lines from './reports.module.css'

const t = texts(mocked)
const PATH = '/api/community/v1/reports/mocked'

/** What one is asked, with a yes and a no to each. */
export function MockedQuestions() {
  const questions = loaded(
    () => undefined,
    (_, signal) => read<MockedQuestion[]>(PATH, { signal }),
  )
  return (
    <Show when={questions.value()} fallback={<Waiting label={t('loading')} from={questions} />}>
      {(found) => (
        <Show
          when={found().length > 0}
          fallback={
            <Empty title={t('empty')}>
              <p>{t('emptyText')}</p>
            </Empty>
          }
        >
          <p class="lede">{t('lede')}</p>
          <p class="prose">{t('choices')}</p>
          <ul class={lines.list}>
            <For each={found()}>{(question) => <Question question={question} from={questions} />}</For>
          </ul>
        </Show>
      )}
    </Show>
  )
}

function Question(props: { question: MockedQuestion; from: Loaded<MockedQuestion[]> }) {
  const saying = (answer: 'proceed' | 'leave') =>
    submitting(async () => {
      props.from.set(await send<MockedQuestion[]>('POST', `${PATH}/${props.question.id}`, { answer }))
    })
  const proceed = saying('proceed')
  const leave = saying('leave')
  return (
    <li class="stack-s">
      <Show when={props.question.account}>
        {(account) => (
          <p class={lines.name}>
            <a href={profileHref(account())}>
              <bdi>@{account().acct}</bdi>
            </a>
          </p>
        )}
      </Show>
      <p class="hint">
        {t('asked')} <Time at={props.question.asked_at} />.
      </p>
      <Show when={props.question.answer}>{(answer) => <p role="status">{t('said')[answer()]}</p>}</Show>
      <Failed error={proceed.error() ?? leave.error()} what={t('notDone')} />
      <p class="row">
        <Show when={props.question.answer !== 'proceed'}>
          <Button busy={proceed.busy()} onClick={() => proceed.run()}>
            {t('proceed')}
          </Button>
        </Show>
        <Show when={props.question.answer !== 'leave'}>
          <Button busy={leave.busy()} onClick={() => leave.run()}>
            {t('leave')}
          </Button>
        </Show>
      </p>
    </li>
  )
}
